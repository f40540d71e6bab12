package dev.hilo.tickets;

import dev.hilo.calendars.Calendars;
import dev.hilo.fields.Forms;
import dev.hilo.sla.Promise;
import dev.hilo.sla.SlaClock;
import dev.hilo.sla.SlaPolicies;
import java.time.Instant;

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
        boolean stops = forms.ofTickets(accountId).stopsSlaTimer(fields.status());
        var promise = promise(accountId, fields);
        if (before == null) return fields.with(started(fields, promise, stops, now));
        var turn = new SlaClock.Turn(
                before.createdAt(), before.firstRespondedAt() != null, before.requesterRespondedAt(), stops, now);
        var clock = before.slaClock();
        if (fields.dueByManual()) return fields.with(clock.kept(fields.dueBy(), fields.frDueBy(), turn));
        if (promise == null) return fields.with(clock.kept(null, null, turn));
        boolean same = !before.dueByManual() && facts(fields).equals(facts(Fields.of(before)));
        return fields.with(same ? clock.turned(promise, turn) : clock.reset(promise, turn));
    }

    private static SlaClock started(Fields fields, Promise promise, boolean stops, Instant now) {
        var clock = SlaClock.started(promise, stops, now);
        return fields.dueByManual() ? new SlaClock(fields.dueBy(), fields.frDueBy(), null, clock.pausedAt(), 0) : clock;
    }

    private Promise promise(long accountId, Fields fields) {
        return Promise.of(policies.of(accountId), facts(fields), calendars.hoursOf(accountId, fields.groupId()));
    }

    private static Promise.Facts facts(Fields f) {
        return new Promise.Facts(f.priority(), f.source(), f.type(), f.groupId(), f.companyId(), f.productId());
    }
}
