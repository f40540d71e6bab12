package dev.hilo.answers.acting;

import dev.hilo.events.Event;
import dev.hilo.events.Follower;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Takes what customers write, and notes that call {@code @hilo}, from the event log into the queue: each once. */
public final class Followed {

    private final Clock clock;

    public Followed(Clock clock) {
        this.clock = clock;
    }

    public Follower follower() {
        return new Follower("ai", this::take);
    }

    private void take(Handle handle, List<Event> events) {
        long accountId = events.getFirst().accountId();
        var store = handle.attach(ActingStore.class);
        var settings = store.settings(accountId).orElse(SettingsRow.NOTHING);
        if (!settings.active()) return;
        var now = clock.instant();
        for (var event : events) {
            if (event.at().isBefore(settings.activeSince())) continue;
            var trigger = Trigger.of(event, now);
            if (trigger.isEmpty()) continue;
            boolean isAsked = trigger.get().kind().equals(Task.ASKED);
            if (!isAsked && !settings.acts()) continue;
            store.ask(
                    accountId,
                    event.id(),
                    event.ticketId(),
                    trigger.get().kind(),
                    trigger.get().words(),
                    trigger.get().agentId(),
                    now);
        }
    }
}
