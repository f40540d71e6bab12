package dev.hilo.tickets;

import dev.hilo.calendars.Calendars;
import dev.hilo.fields.Forms;
import dev.hilo.sla.Promise;
import dev.hilo.sla.SlaPolicies;
import java.time.Instant;
import java.util.Objects;

/**
 * The due times of tickets under their account's SLA policies (reference §3.6). A first response that was given keeps its
 * due time; a status that stops the timer shifts the others when the ticket leaves it; what a person set stays.
 */
public final class PromisedTimes implements SlaTimes {

    private final SlaPolicies policies;
    private final Calendars calendars;
    private final Forms forms;

    public PromisedTimes(SlaPolicies policies, Calendars calendars, Forms forms) {
        this.policies = policies;
        this.calendars = calendars;
        this.forms = forms;
    }

    @Override
    public Fields applied(long accountId, Fields fields, TicketRow before, Instant now) {
        var form = forms.ofTickets(accountId);
        boolean stops = form.stopsSlaTimer(fields.status());
        Instant pausedAt = !stops ? null : before == null || before.slaPausedAt() == null ? now : before.slaPausedAt();
        if (fields.dueByManual()) return fields.withTimes(fields.dueBy(), fields.frDueBy(), pausedAt);
        var promise = promise(accountId, fields);
        if (promise == null) return fields.withTimes(null, null, pausedAt);
        if (before == null) return fields.withTimes(promise.resolveBy(now), promise.respondBy(now), pausedAt);
        return changed(fields, before, promise, pausedAt, now);
    }

    private Fields changed(Fields fields, TicketRow before, Promise promise, Instant pausedAt, Instant now) {
        var due = before.dueBy();
        var firstDue = before.frDueBy();
        boolean answered = before.firstRespondedAt() != null;
        if (!sameFacts(fields, Fields.of(before))) {
            due = promise.resolveBy(before.createdAt());
            firstDue = answered ? firstDue : promise.respondBy(before.createdAt());
        }
        boolean resumes = before.slaPausedAt() != null && pausedAt == null;
        if (resumes && due != null) due = promise.shifted(due, before.slaPausedAt(), now);
        if (resumes && firstDue != null && !answered) firstDue = promise.shifted(firstDue, before.slaPausedAt(), now);
        return fields.withTimes(due, firstDue, pausedAt);
    }

    private Promise promise(long accountId, Fields fields) {
        return Promise.of(policies.of(accountId), facts(fields), calendars.hoursOf(accountId, fields.groupId()));
    }

    private static Promise.Facts facts(Fields f) {
        return new Promise.Facts(f.priority(), f.source(), f.type(), f.groupId(), f.companyId(), f.productId());
    }

    private static boolean sameFacts(Fields one, Fields other) {
        return Objects.equals(facts(one), facts(other));
    }
}
