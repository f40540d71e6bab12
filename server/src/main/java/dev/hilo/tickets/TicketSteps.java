package dev.hilo.tickets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hilo.api.FieldError;
import dev.hilo.api.Json;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.jobs.JobContext;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * A job that does the same to one ticket after the other: each step stands, with the word about it, or not at all. The
 * result is {@code {"success": [id …], "failure": [{"id", "errors": […]} …]}}.
 */
final class TicketSteps {

    /** What is done to one ticket; a refusal is told and the others go on. */
    @FunctionalInterface
    interface Step {
        void of(Handle handle, long ticketId);
    }

    private final Database database;
    private final JobContext job;
    private final Step step;

    TicketSteps(Database database, JobContext job, Step step) {
        this.database = database;
        this.job = job;
        this.step = step;
    }

    JsonNode run(List<Long> ids) {
        var soFar = job.saved().map(ObjectNode.class::cast).orElseGet(TicketSteps::nothing);
        int done = soFar.get("success").size() + soFar.get("failure").size();
        for (int i = done; i < ids.size(); i++) soFar = next(ids.get(i), soFar, 100 * (i + 1) / ids.size());
        return soFar;
    }

    private ObjectNode next(long id, ObjectNode soFar, int progress) {
        var next = soFar.deepCopy();
        try {
            database.run(handle -> {
                step.of(handle, id);
                ((ArrayNode) next.get("success")).add(id);
                job.save(handle, progress, next);
            });
            return next;
        } catch (Refusal refused) {
            return failed(id, soFar, progress, refused);
        }
    }

    private ObjectNode failed(long id, ObjectNode soFar, int progress, Refusal refused) {
        var next = soFar.deepCopy();
        var failure = ((ArrayNode) next.get("failure")).addObject().put("id", id);
        failure.set("errors", Json.MAPPER.valueToTree(errors(refused)));
        database.run(handle -> job.save(handle, progress, next));
        return next;
    }

    private static List<FieldError> errors(Refusal refused) {
        return switch (refused) {
            case Refusal.Invalid invalid -> invalid.errors;
            case Refusal.Duplicate duplicate -> duplicate.errors;
            case Refusal.NotFound gone -> List.of(FieldError.unknown("id", "ticket"));
            case Refusal.MethodNotAllowed frozen ->
                List.of(new FieldError("id", "The ticket is in the trash or in spam", "inconsistent_state"));
            case Refusal.Forbidden forbidden -> List.of(new FieldError(null, forbidden.getMessage(), forbidden.code));
            default -> List.of(new FieldError(null, refused.getMessage(), "invalid_value"));
        };
    }

    private static ObjectNode nothing() {
        var nothing = JsonNodeFactory.instance.objectNode();
        nothing.putArray("success");
        nothing.putArray("failure");
        return nothing;
    }
}
