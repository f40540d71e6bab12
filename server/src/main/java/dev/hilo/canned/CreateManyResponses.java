package dev.hilo.canned;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hilo.api.CreateCannedResponses;
import dev.hilo.api.Json;
import dev.hilo.api.SaveCannedResponse;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.jobs.JobContext;
import dev.hilo.jobs.JobWork;

/** Makes prepared answers one after the other; each is there, with the word about it, or not at all. */
public final class CreateManyResponses implements JobWork {

    public static final String KIND = "canned_responses.create";

    private final Database database;
    private final CannedResponses responses;

    public CreateManyResponses(Database database, CannedResponses responses) {
        this.database = database;
        this.responses = responses;
    }

    @Override
    public JsonNode run(JobContext job) {
        var asked = job.request(CreateCannedResponses.class).cannedResponses();
        var soFar = job.saved().map(ObjectNode.class::cast).orElseGet(CreateManyResponses::nothing);
        for (int i = soFar.get("success").size() + soFar.get("failure").size(); i < asked.size(); i++) {
            soFar = step(job, asked.get(i), soFar, 100 * (i + 1) / asked.size());
        }
        return soFar;
    }

    private ObjectNode step(JobContext job, SaveCannedResponse asked, ObjectNode soFar, int progress) {
        var next = soFar.deepCopy();
        try {
            return database.write(h -> {
                ((ArrayNode) next.get("success")).add(responses.create(h, job.caller(), asked));
                job.save(h, progress, next);
                return next;
            });
        } catch (Refusal refused) {
            var failed = soFar.deepCopy();
            ((ArrayNode) failed.get("failure"))
                    .addObject()
                    .put("title", asked.title())
                    .put("message", refused.getMessage());
            database.run(h -> job.save(h, progress, failed));
            return failed;
        }
    }

    private static ObjectNode nothing() {
        var nothing = Json.MAPPER.createObjectNode();
        nothing.putArray("success");
        nothing.putArray("failure");
        return nothing;
    }
}
