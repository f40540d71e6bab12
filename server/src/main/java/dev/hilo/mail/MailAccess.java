package dev.hilo.mail;

import dev.hilo.config.Secret;

/**
 * A mail server and what opens it.
 *
 * @param ssl whether TLS is spoken from the first byte; otherwise it is asked for (STARTTLS) where the server has it
 * @param deletesFromServer whether fetched mail is removed there; false for a server that sends
 * @param authentication {@code plain}, {@code login}, {@code cram_md5}, {@code xoauth2}…, in lower case
 */
public record MailAccess(
        String host,
        int port,
        boolean ssl,
        boolean deletesFromServer,
        String authentication,
        String userName,
        Secret password) {}
