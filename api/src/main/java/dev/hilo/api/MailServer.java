package dev.hilo.api;

/**
 * A server of a custom mailbox, as a request names it.
 *
 * @param userName also taken as {@code username}
 * @param password is kept sealed, and never answered
 */
public record MailServer(
        @Required @Bounds(255) String mailServer,
        @Required Integer port,
        @Required Boolean useSsl,
        Boolean deleteFromServer,
        @Required @Bounds(20) String authentication,
        @Bounds(255) String userName,
        @Bounds(255) String username,
        @Bounds(1_000) String password) {}
