package dev.hilo.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * Something written here that is to be written in the account that is mirrored.
 *
 * @param conversationId the entry here; null of changes of tickets
 * @param fields of a change, as the wire names them
 * @param before what they were here until then
 * @param twins entries there that looked the same before it was first sent
 * @param remoteId what it became there
 */
public record OutgoingWrite(
        long id,
        long ticketId,
        Kind kind,
        Long conversationId,
        JsonNode fields,
        JsonNode before,
        State state,
        List<Long> twins,
        Long remoteId,
        int attempts,
        String trouble,
        Instant dueAt,
        Instant createdAt,
        Instant updatedAt) {

    /** What it does there. */
    public enum Kind {
        REPLY,
        NOTE,
        EDIT,
        REMOVAL,
        CHANGE,
        DELETION,
        RESTORATION;

        boolean makesAnEntry() {
            return this == REPLY || this == NOTE;
        }
    }

    /** How far it is: overruled means that the other side had changed the same by then. */
    public enum State {
        WAITING,
        SENDING,
        DONE,
        REFUSED,
        OVERRULED,
        CANCELLED
    }
}
