package dev.hilo.client;

import dev.hilo.api.JobStatus;

/** Work that goes on behind an answer. */
public final class Jobs extends Resource {

    Jobs(Raw raw) {
        super(raw);
    }

    /** {@code client.jobs().status(client.tickets().deleteMany(ids).jobId()).status()} */
    public JobStatus status(String jobId) {
        return one("/jobs/" + jobId, JobStatus.class);
    }
}
