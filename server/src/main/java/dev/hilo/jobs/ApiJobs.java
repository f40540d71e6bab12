package dev.hilo.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.Accounts;
import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Callers;
import dev.hilo.accounts.Privilege;
import dev.hilo.api.Json;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.web.Address;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/** The background work that calls of the API start and that {@code GET /jobs/{id}} reports. */
public final class ApiJobs {

    private static final Duration KEPT = Duration.ofDays(30);

    private final Database database;
    private final Clock clock;
    private final Accounts accounts;
    private final Jobs jobs;
    private final Map<String, JobWork> works = new ConcurrentHashMap<>();

    public ApiJobs(Database database, Clock clock, Accounts accounts, Callers callers, Jobs jobs) {
        this.database = database;
        this.clock = clock;
        this.accounts = accounts;
        this.jobs = jobs;
        jobs.know(new RunJob(database, clock, accounts, callers, this::work).task());
    }

    /** Says what a kind of job does; before the server starts. */
    public void register(String kind, JobWork work) {
        if (works.putIfAbsent(kind, work) != null) throw new IllegalStateException("Two works for " + kind);
    }

    private JobWork work(String kind) {
        var work = works.get(kind);
        if (work == null) throw new IllegalStateException("Nobody does jobs of the kind " + kind);
        return work;
    }

    /**
     * Starts a job in the transaction of the call: there is one if and only if the call is committed.
     *
     * @param request a record of the wire, or a map; it is kept as JSON
     * @param jobId the call's request id
     * @return the same id
     */
    public String start(Handle handle, Caller caller, String kind, Object request, String jobId) {
        work(kind);
        var id = UUID.fromString(jobId);
        JsonNode kept = Json.MAPPER.valueToTree(request);
        var store = handle.attach(JobStore.class);
        store.insert(caller.accountId(), id, kind, caller.agentId(), kept, clock.instant());
        store.schedule(RunJob.TASK, RunJob.instance(caller.accountId(), id));
        handle.afterCommit(jobs::wake);
        return jobId;
    }

    /** What the one who started the job, or an administrator, is told of it. */
    Object view(Caller caller, String id, Address address) {
        var job = database.read(h -> h.attach(JobStore.class).find(caller.accountId(), uuid(id)))
                .filter(j -> j.agentId() == caller.agentId() || caller.may(Privilege.ADMINISTER))
                .orElseThrow(Refusal.NotFound::new);
        return work(job.kind()).view(job, address);
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new Refusal.NotFound();
        }
    }

    /** Forgets the jobs that ended a month ago. */
    public void forgetOld() {
        var before = clock.instant().minus(KEPT);
        for (var account : accounts.list()) {
            database.run(h -> h.attach(JobStore.class).forget(account.accountId(), before));
        }
    }
}
