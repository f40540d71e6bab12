package dev.hilo.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.hilo.db.Database;
import dev.hilo.events.Acting;
import dev.hilo.events.Actor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The work that nobody waits for: picked by one node at a time, kept in PostgreSQL, so it survives any node. It takes no
 * more connections than it has threads, and one for its own bookkeeping.
 */
public final class Jobs implements AutoCloseable {

    private static final int THREADS = 3;
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    /** Work of a node that has been silent for 20 seconds is given to another. */
    private static final int MISSED_HEARTBEATS = 4;

    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    private final Database database;
    private final List<Task<?>> tasks = new ArrayList<>();
    private volatile Scheduler scheduler;

    public Jobs(Database database) {
        this.database = database;
    }

    void know(Task<?> task) {
        tasks.add(task);
    }

    public void start(List<Recurring> schedule) {
        var recurring = schedule.stream()
                .map(tick -> Tasks.recurring(tick.name(), Schedules.fixedDelay(tick.every()))
                        .execute((instance, context) ->
                                Acting.run(Actor.SYSTEM, "schedule " + tick.name(), tick.work())))
                .toList();
        var started = Scheduler.create(database.dataSource(), tasks)
                .startTasks(recurring)
                .threads(THREADS)
                .pollingInterval(POLL)
                .pollUsingLockAndFetch(0.5, 1.0)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(LONGEST_STOP)
                .build();
        started.start();
        scheduler = started;
    }

    /** Looks for due work now rather than at the next poll. */
    void wake() {
        var running = scheduler;
        if (running != null) running.triggerCheckForDueExecutions();
    }

    /** Finishes what has begun, or leaves it to be resumed when that takes too long. */
    @Override
    public void close() {
        var running = scheduler;
        scheduler = null;
        if (running != null) running.stop();
    }
}
