package dev.hilo.answers.acting;

/** An event that asks for something. @param words what a note asked for @param agentId who wrote it */
public record Task(long accountId, long eventId, long ticketId, String kind, String words, Long agentId, int attempts) {

    static final String MESSAGE = "MESSAGE";
    static final String ASKED = "ASKED";

    boolean isAsked() {
        return kind.equals(ASKED);
    }
}
