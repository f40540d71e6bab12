package dev.hilo.insight;

import java.time.Instant;

/**
 * What a customer wrote.
 *
 * @param conversationId 0 for the ticket's own text
 * @param subject the ticket's
 * @param sender an e-mail address, null where there is none
 */
public record Message(
        long accountId,
        long ticketId,
        long conversationId,
        String subject,
        String text,
        String sender,
        Instant saidAt) {

    private static final int LONGEST = 20_000;
    /** About as much as a model reads within its time; what matters is said first. */
    private static final int EMBEDDED = 600;

    /** What is new in it: without the lines that it quotes. */
    String said() {
        var said = new StringBuilder();
        for (String line : text.substring(0, Math.min(text.length(), LONGEST)).split("\n")) {
            String plain = line.strip();
            if (plain.startsWith(">")) continue;
            if (plain.matches(
                    "(?i)(on|el) .{5,120}(wrote|escribió):|-{2,} ?(original message|mensaje original) ?-{2,}")) break;
            said.append(line).append('\n');
        }
        return said.toString().strip();
    }

    /** Its subject and its beginning, as classifiers take them; a reply's subject is that of what it answers. */
    String gist() {
        return gist(conversationId == 0 ? subject : null, said());
    }

    static String gist(String subject, String said) {
        String whole = (subject == null || subject.isBlank() ? "" : subject.strip() + "\n") + said.strip();
        return whole.length() > EMBEDDED ? whole.substring(0, EMBEDDED) : whole;
    }
}
