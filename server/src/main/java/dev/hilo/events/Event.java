package dev.hilo.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;

/**
 * A change of a record.
 *
 * @param id the place in the order of the account; gaps between numbers mean nothing
 * @param at to the microsecond
 * @param type {@code <record>.created}, {@code .updated}, {@code .deleted}, {@code .restored}, or {@code .purged} when
 *     what has a trash is removed for good; {@code contact.erased} when a person's data left the history itself
 * @param recordId the id of the record; of a link between two, the id of the one that is not the ticket
 * @param ticketId null when the record belongs to no ticket
 * @param before columns by name: null of a new record, those that changed of a changed one, all of a removed one
 * @param after null of a removed record
 */
public record Event(
        @JsonIgnore long accountId,
        long id,
        @JsonSerialize(using = ToStringSerializer.class) Instant at,
        String type,
        String record,
        long recordId,
        Long ticketId,
        Actor actor,
        String cause,
        JsonNode before,
        JsonNode after) {

    /** How the cause of a mirrored change begins. */
    public static final String MIRRORED = "sync ";

    @JsonIgnore
    public boolean isMirrored() {
        return cause != null && cause.startsWith(MIRRORED);
    }
}
