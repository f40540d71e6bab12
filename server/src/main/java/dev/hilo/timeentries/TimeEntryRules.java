package dev.hilo.timeentries;

import dev.hilo.api.CreateTimeEntry;
import dev.hilo.api.FieldError;
import dev.hilo.api.Patch;
import dev.hilo.api.UpdateTimeEntry;
import dev.hilo.errors.Problems;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** What a time entry must be, and what it becomes (reference §3.15). */
final class TimeEntryRules {

    private static final String LOCKED = "It cannot be changed while the timer is running";

    private TimeEntryRules() {}

    /** @param callerId who has spent the time unless another is named */
    static TimeEntryFields created(CreateTimeEntry asked, long callerId, Instant now, Problems problems) {
        notInFuture(asked.startTime(), now, problems);
        problems.addIf(
                asked.startTime() != null && Boolean.FALSE.equals(asked.timerRunning()),
                incompatible("start_time", "It should be absent when timer_running is false"));
        boolean byDefault = asked.timeSpent() == null || asked.startTime() != null;
        return new TimeEntryFields(
                Objects.requireNonNullElse(asked.agentId(), callerId),
                Objects.requireNonNullElse(asked.billable(), true),
                asked.note(),
                Objects.requireNonNullElse(asked.startTime(), now),
                asked.timeSpent() == null ? 0 : SpentTime.parse(asked.timeSpent(), problems),
                Objects.requireNonNullElse(asked.timerRunning(), byDefault),
                Objects.requireNonNullElse(asked.executedAt(), now));
    }

    static TimeEntryFields changed(UpdateTimeEntry asked, TimeEntryRow entry, Instant now, Problems problems) {
        notCleared(asked, problems);
        checkTimer(asked, entry, now, problems);
        boolean running = orKept(asked.timerRunning(), entry.timerRunning());
        long spent = asked.timeSpent().hasValue()
                ? SpentTime.parse(asked.timeSpent().value(), problems)
                : entry.timerRunning() && !running ? spentUntil(entry, now) : entry.timeSpent();
        boolean starts = running && !entry.timerRunning();
        return new TimeEntryFields(
                orKept(asked.agentId(), entry.agentId()),
                orKept(asked.billable(), entry.billable()),
                asked.note().or(entry.note()),
                starts ? orKept(asked.startTime(), now) : entry.startTime(),
                spent,
                running,
                orKept(asked.executedAt(), entry.executedAt()));
    }

    static TimeEntryFields toggled(TimeEntryRow entry, Instant now) {
        boolean stops = entry.timerRunning();
        return new TimeEntryFields(
                entry.agentId(),
                entry.billable(),
                entry.note(),
                stops ? entry.startTime() : now,
                stops ? spentUntil(entry, now) : entry.timeSpent(),
                !stops,
                entry.executedAt());
    }

    private static void checkTimer(UpdateTimeEntry asked, TimeEntryRow entry, Instant now, Problems problems) {
        var timer = asked.timerRunning();
        problems.addIf(
                timer.hasValue() && timer.value() == entry.timerRunning(),
                FieldError.invalid("timer_running", "It should not be the value that it has already"));
        problems.addIf(
                entry.timerRunning()
                        && asked.agentId().hasValue()
                        && asked.agentId().value() != entry.agentId(),
                incompatible("agent_id", LOCKED));
        if (!asked.startTime().hasValue()) return;
        notInFuture(asked.startTime().value(), now, problems);
        if (entry.timerRunning()) problems.add(incompatible("start_time", LOCKED));
        else if (!Boolean.TRUE.equals(timer.value())) {
            problems.add(incompatible("start_time", "It should come with timer_running true"));
        }
    }

    private static void notCleared(UpdateTimeEntry asked, Problems problems) {
        notNull("agent_id", asked.agentId(), "Integer", problems);
        notNull("billable", asked.billable(), "Boolean", problems);
        notNull("executed_at", asked.executedAt(), "DateTime", problems);
        notNull("start_time", asked.startTime(), "DateTime", problems);
        notNull("time_spent", asked.timeSpent(), "String", problems);
        notNull("timer_running", asked.timerRunning(), "Boolean", problems);
    }

    private static void notNull(String field, Patch<?> patch, String type, Problems problems) {
        problems.addIf(patch.isPresent() && !patch.hasValue(), FieldError.mismatch(field, "Null", type));
    }

    private static <T> T orKept(Patch<T> patch, T kept) {
        return patch.hasValue() ? patch.value() : kept;
    }

    private static void notInFuture(Instant start, Instant now, Problems problems) {
        problems.addIf(
                start != null && start.isAfter(now),
                FieldError.invalid("start_time", "It should be a time that is not in the future"));
    }

    private static long spentUntil(TimeEntryRow entry, Instant now) {
        return entry.timeSpent()
                + Math.max(0, Duration.between(entry.startTime(), now).toSeconds());
    }

    private static FieldError incompatible(String field, String message) {
        return new FieldError(field, message, "incompatible_field");
    }
}
