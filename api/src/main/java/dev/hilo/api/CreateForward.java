package dev.hilo.api;

import java.util.List;

/** The ticket, mailed to somebody else. @param agentId who forwards; the caller by default */
public record CreateForward(
        @Required String body,
        @Required List<String> toEmails,
        List<String> ccEmails,
        List<String> bccEmails,
        String fromEmail,
        Boolean includeQuotedText,
        Boolean includeOriginalAttachments,
        Long agentId,
        String bodyText,
        List<Upload> attachments) {}
