package dev.hilo.answers.draft;

import dev.hilo.answers.text.Sentences;
import dev.hilo.answers.text.Words;
import dev.hilo.answers.voice.Voice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A ticket as it was at a time: all that a decision may know of it.
 *
 * @param messages oldest first; the description is the first
 * @param requester the name; null when it is not known
 * @param contacts the requester's own addresses and numbers
 * @param asOf null for now
 */
public record TicketSoFar(
        long accountId,
        long ticketId,
        String subject,
        String language,
        List<Message> messages,
        String requester,
        List<String> contacts,
        Instant asOf) {

    /** Who wrote it. */
    public enum From {
        CUSTOMER,
        TEAM,
        /** A private note: the customer does not see it. */
        NOTE
    }

    /** @param text without tags */
    public record Message(From from, String text, Instant at) {}

    private static final int FEW_WORDS = 4;
    private static final int LONGEST_QUESTION = 1500;

    /** What the customer wants to know now: what came after the last answer, with the subject where that says too little. */
    public String question() {
        var latest = new ArrayList<String>();
        for (int i = messages.size() - 1; i >= 0 && messages.get(i).from() != From.TEAM; i--) {
            if (messages.get(i).from() == From.CUSTOMER)
                latest.addFirst(plain(messages.get(i).text()));
        }
        String text = String.join(" ", latest);
        boolean isFirst = messages.stream().noneMatch(m -> m.from() == From.TEAM);
        if (isFirst || Words.content(text).size() < FEW_WORDS) text = (subject == null ? "" : subject) + ". " + text;
        return text.substring(0, Math.min(text.length(), LONGEST_QUESTION)).strip();
    }

    private static String plain(String text) {
        return Sentences.of(text).stream().filter(s -> !Voice.isCourtesy(s)).collect(Collectors.joining(" "));
    }

    /** Everything that the customer wrote. */
    String saidByCustomer() {
        return messages.stream()
                .filter(m -> m.from() == From.CUSTOMER)
                .map(Message::text)
                .collect(Collectors.joining("\n", (subject == null ? "" : subject) + "\n", ""));
    }

    String firstName() {
        if (requester == null || requester.isBlank() || requester.contains("@")) return null;
        return requester.strip().split("\\s+")[0];
    }
}
