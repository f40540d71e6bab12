package dev.hilo.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.Account;
import dev.hilo.accounts.Caller;
import dev.hilo.api.Json;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;

/** One attempt at a job: for whom, what was asked, and how far earlier attempts came. */
public final class JobContext {

    /** The server stops: the job goes on from what it has saved, here or on another node. */
    static final class Interrupted extends RuntimeException {
        Interrupted() {
            super("The server stops", null, false, false);
        }
    }

    private final Job job;
    private final Caller caller;
    private final Clock clock;
    private final BooleanSupplier stopping;

    JobContext(Job job, Caller caller, Clock clock, BooleanSupplier stopping) {
        this.job = job;
        this.caller = caller;
        this.clock = clock;
        this.stopping = stopping;
    }

    public UUID id() {
        return job.id();
    }

    public Account account() {
        return caller.account();
    }

    /** The agent who started the job, with what the agent may do now. */
    public Caller caller() {
        return caller;
    }

    public JsonNode request() {
        return job.request();
    }

    public <T> T request(Class<T> shape) {
        try {
            return Json.MAPPER.treeToValue(job.request(), shape);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The request of job " + job.id() + " is no " + shape.getSimpleName(), e);
        }
    }

    /** What an earlier attempt has saved. */
    public Optional<JsonNode> saved() {
        return Optional.ofNullable(job.result());
    }

    /**
     * Saves how far the job is in the transaction of the step that was done, so that step and record stand or fall
     * together. When the server is stopping, this is where the job leaves off: the step is undone and done again later.
     *
     * @param progress per cent
     * @param soFar what {@link #saved} tells the next attempt
     */
    public void save(Handle handle, int progress, JsonNode soFar) {
        stopIfAsked();
        handle.attach(JobStore.class).save(job.accountId(), job.id(), progress, soFar, clock.instant());
    }

    /** Leaves off here, to be begun again, when the server is stopping; for long steps between two {@link #save}s. */
    public void stopIfAsked() {
        if (stopping.getAsBoolean()) throw new Interrupted();
    }
}
