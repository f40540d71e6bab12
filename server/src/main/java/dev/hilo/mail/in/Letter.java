package dev.hilo.mail.in;

import java.util.List;

/**
 * What a mail says.
 *
 * @param messageId without brackets; null where it has none
 * @param references Message-IDs of the mails before it, the closest last
 * @param recipients every address that it is known to have gone to, bare and in lower case
 * @param from bare and in lower case; null where nobody is named
 * @param replyTo where answers are to go, bare and in lower case; null where that is its sender
 * @param date as its sender's clock has it, or null
 * @param html its body; null where it brought text alone
 * @param text its body where it brought text alone
 */
record Letter(
        String messageId,
        List<String> references,
        String from,
        String fromName,
        String replyTo,
        String replyToName,
        List<String> to,
        List<String> cc,
        List<String> recipients,
        String subject,
        String date,
        String html,
        String text,
        List<MailFile> files,
        boolean isAutomatic,
        Bounce bounce) {}
