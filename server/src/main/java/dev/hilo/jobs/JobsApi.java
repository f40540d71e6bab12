package dev.hilo.jobs;

import dev.hilo.api.JobStarted;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/v2/jobs} */
public final class JobsApi {

    private final ApiJobs jobs;

    public JobsApi(ApiJobs jobs) {
        this.jobs = jobs;
    }

    public Answer view(Call call) {
        return Answer.ok(jobs.view(call.caller(), call.segment(0), call.address()));
    }

    /** The 202 of a call that has started a job under its own request id. */
    public static Answer started(Call call) {
        return Answer.accepted(new JobStarted(call.requestId(), href(call)));
    }

    /** Where the job that this call starts is reported. */
    public static String href(Call call) {
        return call.address().of("/api/v2/jobs/" + call.requestId());
    }
}
