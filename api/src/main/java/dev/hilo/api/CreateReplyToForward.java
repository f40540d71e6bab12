package dev.hilo.api;

import java.util.List;

/** An answer to somebody to whom the ticket was forwarded. */
public record CreateReplyToForward(
        @Required String body,
        @Required List<String> toEmails,
        List<String> ccEmails,
        List<String> bccEmails,
        String fromEmail,
        Long userId,
        String bodyText,
        List<Upload> attachments) {}
