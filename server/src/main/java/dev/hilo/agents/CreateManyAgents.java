package dev.hilo.agents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hilo.api.CreateAgent;
import dev.hilo.api.CreateAgents;
import dev.hilo.api.FieldError;
import dev.hilo.api.Json;
import dev.hilo.db.Clash;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.jobs.JobContext;
import dev.hilo.jobs.JobWork;
import java.util.List;

/** Makes agents one after the other; each is there, with the word about it, or not at all. */
public final class CreateManyAgents implements JobWork {

    public static final String KIND = "agents.create";

    private final Database database;
    private final Agents agents;

    public CreateManyAgents(Database database, Agents agents) {
        this.database = database;
        this.agents = agents;
    }

    @Override
    public JsonNode run(JobContext job) {
        var asked = job.request(CreateAgents.class).agents();
        var soFar = job.saved().map(ObjectNode.class::cast).orElseGet(CreateManyAgents::nothing);
        for (int i = done(soFar); i < asked.size(); i++) {
            int progress = 100 * (i + 1) / asked.size();
            soFar = step(job, asked.get(i), soFar, progress);
        }
        return soFar;
    }

    private ObjectNode step(JobContext job, CreateAgent asked, ObjectNode soFar, int progress) {
        try {
            return Clash.guard(
                    "contacts_email",
                    () -> new Refusal.Duplicate(FieldError.duplicate("email")),
                    () -> database.write(h -> {
                        long id = agents.create(h, job.caller(), NewAgent.of(asked));
                        var next = soFar.deepCopy();
                        list(next, "success").addObject().put("id", id).put("email", asked.email());
                        job.save(h, progress, next);
                        return next;
                    }));
        } catch (Refusal.Invalid refused) {
            return failed(job, asked, soFar, progress, refused.errors);
        } catch (Refusal.Duplicate refused) {
            return failed(job, asked, soFar, progress, refused.errors);
        } catch (Refusal refused) {
            var error = new FieldError(null, refused.getMessage(), "access_denied");
            return failed(job, asked, soFar, progress, List.of(error));
        }
    }

    private ObjectNode failed(
            JobContext job, CreateAgent asked, ObjectNode soFar, int progress, List<FieldError> errors) {
        var next = soFar.deepCopy();
        list(next, "failure").addObject().put("email", asked.email()).set("errors", Json.MAPPER.valueToTree(errors));
        database.run(h -> job.save(h, progress, next));
        return next;
    }

    private static ObjectNode nothing() {
        var nothing = JsonNodeFactory.instance.objectNode();
        nothing.putArray("success");
        nothing.putArray("failure");
        return nothing;
    }

    private static int done(ObjectNode soFar) {
        return soFar.get("success").size() + soFar.get("failure").size();
    }

    private static ArrayNode list(ObjectNode node, String name) {
        return (ArrayNode) node.get(name);
    }
}
