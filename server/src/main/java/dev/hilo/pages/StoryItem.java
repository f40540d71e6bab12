package dev.hilo.pages;

import dev.hilo.api.Attachment;
import java.time.Instant;
import java.util.List;

/** One thing on the page of a ticket. */
public sealed interface StoryItem {

    Instant at();

    /**
     * Something that somebody wrote.
     *
     * @param id of the entry; 0 for the description
     * @param kind {@code customer}, {@code reply}, {@code note}, {@code public}, {@code forward}
     * @param channel a phrase's ending, such as {@code email}
     * @param to addresses, separated by commas; empty when there are none
     * @param editedAt when last; null for never
     * @param mail how far it has come; null where nothing is sent
     */
    record Message(
            long id,
            String kind,
            String author,
            Instant at,
            String channel,
            String to,
            Body body,
            List<Attachment> files,
            boolean hasQuote,
            Instant editedAt,
            Mail mail,
            boolean isUnread)
            implements StoryItem {

        public boolean isEdited() {
            return editedAt != null;
        }

        public boolean isNote() {
            return kind.equals("note") || kind.equals("public");
        }

        public boolean isPicture(Attachment file) {
            return file.contentType() != null && file.contentType().matches("image/(png|jpeg|gif|webp)");
        }
    }

    /** @param id of the entry @param state as the outbox has it, in small letters with hyphens */
    record Mail(long id, String state, String error) {
        /** Whether it will change by itself. */
        public boolean isUnderway() {
            return !state.equals("sent") && !state.equals("cancelled");
        }

        public boolean canRetry() {
            return state.equals("parked") || state.equals("failed");
        }
    }

    /**
     * Something that Hilo did by itself, with its reasons.
     *
     * @param did and {@code state} as the API names them
     * @param percent how sure it was; null where it decided nothing
     * @param dueAt when it is going to be done; null where it is or never will be
     * @param why in the reader's language
     * @param read titles of what was read
     * @param facts such as the mode and the gate: what, and how much
     */
    record Card(
            long id,
            Instant at,
            String did,
            String state,
            Long percent,
            Instant dueAt,
            List<String> why,
            List<String> read,
            List<Fact> facts,
            boolean canUndo)
            implements StoryItem {

        public record Fact(String name, String value) {}

        /** The last part of the phrase's key. */
        public String deed() {
            return deed(did, state);
        }

        /** The same, for lists. */
        public static String deed(String did, String state) {
            boolean isReply = did.equals("REPLY");
            if (isReply && state.equals("WAITING")) return "WILL_REPLY";
            return isReply && state.equals("STOPPED") ? "KEPT" : did;
        }

        public boolean isWaiting() {
            return state.equals("WAITING");
        }

        public boolean isQuiet() {
            return did.equals("NOTHING");
        }
    }

    /** What happened beside, in a row: one line, or a few that fold into one. */
    record Lines(List<Line> lines) implements StoryItem {
        @Override
        public Instant at() {
            return lines.getLast().at();
        }
    }

    /** A message that is on the page already and was edited since. */
    record Again(Message message) implements StoryItem {
        @Override
        public Instant at() {
            return message.at();
        }
    }

    /** A message that is on the page still and was deleted. @param id of the entry */
    record Gone(long id, Instant at) implements StoryItem {}

    /** @param who an agent, a customer, a rule … */
    record Line(String icon, String who, String text, Instant at) {}
}
