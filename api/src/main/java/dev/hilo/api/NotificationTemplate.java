package dev.hilo.api;

import java.time.Instant;

/**
 * What mail about something says in a language.
 *
 * @param event {@code new_ticket}, {@code agent_replied}, {@code customer_replied}, {@code assigned} or {@code mentioned}
 * @param language {@code en} or {@code es}
 * @param subject text with placeholders
 * @param body HTML with placeholders
 * @param active whether such mail is sent; what agents write is sent all the same, in their own words alone
 * @param isDefault whether the account has not changed it
 * @param updatedAt null for one that has not been changed
 */
public record NotificationTemplate(
        String event,
        String language,
        String subject,
        String body,
        boolean active,
        boolean isDefault,
        Instant updatedAt) {}
