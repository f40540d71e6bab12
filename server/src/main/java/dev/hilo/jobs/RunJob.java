package dev.hilo.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.hilo.accounts.Accounts;
import dev.hilo.accounts.Callers;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.events.Acting;
import dev.hilo.events.Actor;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the jobs that calls of the API have started: once if all goes well, a bounded number of times otherwise. */
final class RunJob {

    static final String TASK = "api-job";

    private static final Logger LOG = LoggerFactory.getLogger(RunJob.class);
    private static final int MOST_ATTEMPTS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /** The key of a job on db-scheduler's table. */
    private record Key(long accountId, UUID id) {
        static Key of(String instance) {
            int slash = instance.indexOf('/');
            long account = Long.parseLong(instance.substring(0, slash));
            return new Key(account, UUID.fromString(instance.substring(slash + 1)));
        }
    }

    private final Database database;
    private final Clock clock;
    private final Accounts accounts;
    private final Callers callers;
    private final Function<String, JobWork> works;

    RunJob(Database database, Clock clock, Accounts accounts, Callers callers, Function<String, JobWork> works) {
        this.database = database;
        this.clock = clock;
        this.accounts = accounts;
        this.callers = callers;
        this.works = works;
    }

    static String instance(long accountId, UUID id) {
        return accountId + "/" + id;
    }

    Task<Void> task() {
        return Tasks.custom(TASK, Void.class)
                .onFailure(this::failed)
                .onDeadExecutionRevive()
                .execute((instance, context) -> run(Key.of(instance.getId()), context));
    }

    private CompletionHandler<Void> run(Key key, ExecutionContext context) {
        var job = find(key).filter(j -> !j.isFinished()).orElse(null);
        if (job == null) return new OnCompleteRemove<>();
        if (job.attempts() >= MOST_ATTEMPTS) {
            fail(key, "it was begun " + job.attempts() + " times and never ended");
            return new OnCompleteRemove<>();
        }
        count(key, 1);
        try {
            var result = attempt(job, context);
            database.run(h -> store(h).complete(key.accountId, key.id, result, clock.instant()));
        } catch (Refusal refused) {
            fail(key, refused.getMessage());
        } catch (JobContext.Interrupted stop) {
            count(key, -1);
            return (execution, operations) -> operations.reschedule(execution, execution.getTimeDone());
        }
        return new OnCompleteRemove<>();
    }

    private void count(Key key, int attempts) {
        database.run(h -> store(h).countAttempt(key.accountId, key.id, attempts, clock.instant()));
    }

    private JsonNode attempt(Job job, ExecutionContext context) {
        var caller = callers.ofAgent(accounts.require(job.accountId()), job.agentId());
        try {
            return Acting.call(
                    Actor.of(caller),
                    "job " + job.id(),
                    () -> works.apply(job.kind())
                            .run(new JobContext(job, caller, clock, context.getSchedulerState()::isShuttingDown)));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void failed(ExecutionComplete execution, ExecutionOperations<Void> operations) {
        var key = Key.of(execution.getExecution().taskInstance.getId());
        int attempts = find(key).map(Job::attempts).orElse(MOST_ATTEMPTS);
        if (attempts >= MOST_ATTEMPTS) {
            fail(key, "its last attempt failed");
            operations.remove();
        } else {
            operations.reschedule(
                    execution, execution.getTimeDone().plus(FIRST_PAUSE.multipliedBy(1L << (attempts - 1))));
        }
    }

    private Optional<Job> find(Key key) {
        return database.read(h -> store(h).find(key.accountId, key.id));
    }

    private void fail(Key key, String why) {
        LOG.warn("Job {} failed: {}", key.id, why);
        database.run(h -> store(h).fail(key.accountId, key.id, clock.instant()));
    }

    private static JobStore store(Handle handle) {
        return handle.attach(JobStore.class);
    }
}
