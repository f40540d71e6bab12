package dev.hilo.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.JobStatus;
import dev.hilo.web.Address;

/**
 * What a kind of job does. It may be run again after a crash, so running it twice must do no harm: either it is
 * idempotent, or it saves how far it is in the transactions of its steps ({@link JobContext#save}) and goes on from there.
 */
@FunctionalInterface
public interface JobWork {

    /**
     * Does the work and returns its result. A {@link dev.hilo.errors.Refusal} fails the job at once; anything else that
     * is thrown lets it be tried again later, a few times.
     */
    JsonNode run(JobContext job) throws Exception;

    /** What {@code GET /jobs/{id}} answers. */
    default Object view(Job job, Address address) {
        return new JobStatus(job.id().toString(), job.status(), job.isCompleted() ? job.result() : null);
    }
}
