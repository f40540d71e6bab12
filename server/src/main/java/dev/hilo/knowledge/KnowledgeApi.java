package dev.hilo.knowledge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.answers.draft.Passages;
import dev.hilo.answers.draft.Passages.Audience;
import dev.hilo.api.Among;
import dev.hilo.api.Bounds;
import dev.hilo.api.JobStarted;
import dev.hilo.api.Json;
import dev.hilo.api.Required;
import dev.hilo.db.Database;
import dev.hilo.jobs.ApiJobs;
import dev.hilo.jobs.JobContext;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.time.Instant;
import java.util.Map;

/** {@code /api/hilo/v1/knowledge} */
public final class KnowledgeApi {

    public static final String REFRESH = "gather_knowledge";

    /**
     * A question.
     *
     * @param language of what is searched; the account's when absent
     * @param audience whose eyes the answer is for; the team's when absent
     * @param asOf what was known then; now when absent
     */
    public record Search(
            @Required @Bounds(4000) String query,
            @Bounds(10) String language,
            @Among({"team", "customers"}) String audience,
            Instant asOf,
            Integer limit) {}

    private static final int USUAL = 10;
    private static final int MOST = 50;

    private final Knowledge knowledge;
    private final Database database;
    private final ApiJobs jobs;

    public KnowledgeApi(Knowledge knowledge, Database database, ApiJobs jobs) {
        this.knowledge = knowledge;
        this.database = database;
        this.jobs = jobs;
    }

    public Answer search(Call call) {
        var asked = call.parameters(Search.class);
        var account = call.account();
        var found = knowledge.find(new Passages.Asked(
                account.accountId(),
                asked.query(),
                asked.language() == null ? account.language() : asked.language(),
                "customers".equals(asked.audience()) ? Audience.CUSTOMERS : Audience.TEAM,
                asked.asOf(),
                asked.limit() == null ? USUAL : Math.clamp(asked.limit(), 1, MOST)));
        return Answer.ok(found);
    }

    public Answer state(Call call) {
        return Answer.ok(knowledge.state(call.account().accountId()));
    }

    /** Goes through all sources now, as a job. */
    public Answer refresh(Call call) {
        String jobId = database.write(h -> jobs.start(h, call.caller(), REFRESH, Map.of(), call.requestId()));
        return Answer.accepted(new JobStarted(jobId, call.address().of("/api/v2/jobs/" + jobId)));
    }

    /** The work of that job. */
    public JsonNode gather(JobContext job) {
        long accountId = job.account().accountId();
        knowledge.prepare(accountId, () -> false);
        return Json.MAPPER.valueToTree(knowledge.state(accountId));
    }
}
