package dev.hilo.insight;

import dev.hilo.api.JobStarted;
import dev.hilo.api.PutTicketTopic;
import dev.hilo.api.ReadText;
import dev.hilo.api.SaveInsightTopic;
import dev.hilo.api.UpdateInsightSettings;
import dev.hilo.db.Database;
import dev.hilo.jobs.ApiJobs;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.util.Map;

/** {@code /api/hilo/v1/insight} and {@code /api/hilo/v1/tickets/{id}/insight} */
public final class InsightApi {

    private final Insight insight;
    private final Topics topics;
    private final Versions versions;
    private final Database database;
    private final ApiJobs jobs;

    public InsightApi(Insight insight, Topics topics, Versions versions, Database database, ApiJobs jobs) {
        this.insight = insight;
        this.topics = topics;
        this.versions = versions;
        this.database = database;
        this.jobs = jobs;
    }

    public Answer ofTicket(Call call) {
        return Answer.ok(insight.ofTicket(call.caller(), call.id()));
    }

    public Answer putTopic(Call call) {
        topics.put(call.caller(), call.id(), call.body(PutTicketTopic.class).topicId());
        return ofTicket(call);
    }

    public Answer takeTopicOff(Call call) {
        topics.takeOff(call.caller(), call.id());
        return Answer.done();
    }

    public Answer read(Call call) {
        return Answer.ok(insight.read(call.caller(), call.body(ReadText.class)));
    }

    public Answer settings(Call call) {
        return Answer.ok(insight.settings(call.caller().accountId()));
    }

    public Answer updateSettings(Call call) {
        return Answer.ok(insight.update(call.caller(), call.body(UpdateInsightSettings.class)));
    }

    public Answer topics(Call call) {
        return Answer.page(topics.list(call.caller(), call.paging()));
    }

    public Answer topic(Call call) {
        return Answer.ok(topics.require(call.caller(), call.id()));
    }

    public Answer createTopic(Call call) {
        var made = topics.create(call.caller(), call.body(SaveInsightTopic.class));
        return new Answer.Created("/api/hilo/v1/insight/topics/" + made.id(), made);
    }

    public Answer updateTopic(Call call) {
        return Answer.ok(topics.update(call.caller(), call.id(), call.body(SaveInsightTopic.class)));
    }

    public Answer deleteTopic(Call call) {
        topics.delete(call.caller(), call.id());
        return Answer.done();
    }

    /** Starts the training of the night now. */
    public Answer train(Call call) {
        String jobId =
                database.write(h -> jobs.start(h, call.caller(), TrainClassifiers.KIND, Map.of(), call.requestId()));
        return Answer.accepted(new JobStarted(jobId, call.address().of("/api/v2/jobs/" + jobId)));
    }

    public Answer versions(Call call) {
        return Answer.page(versions.list(call.caller(), call.paging()));
    }

    public Answer version(Call call) {
        return Answer.ok(versions.require(call.caller(), call.id()));
    }

    public Answer useVersion(Call call) {
        return Answer.ok(versions.use(call.caller(), call.id()));
    }
}
