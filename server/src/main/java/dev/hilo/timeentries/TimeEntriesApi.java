package dev.hilo.timeentries;

import dev.hilo.api.CreateTimeEntry;
import dev.hilo.api.UpdateTimeEntry;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/v2/time_entries} */
public final class TimeEntriesApi {

    private final TimeEntries entries;

    public TimeEntriesApi(TimeEntries entries) {
        this.entries = entries;
    }

    public Answer ofTicket(Call call) {
        return Answer.page(
                entries.ofTicket(call.caller(), call.id(), call.paging()).map(TimeEntryRow::view));
    }

    public Answer list(Call call) {
        var filter = call.parameters(TimeEntryFilter.class);
        return Answer.page(entries.list(call.caller(), filter, call.paging()).map(TimeEntryRow::view));
    }

    public Answer create(Call call) {
        var entry = entries.create(call.caller(), call.id(), call.body(CreateTimeEntry.class));
        return Answer.created("time_entries/" + entry.id(), entry.view());
    }

    public Answer update(Call call) {
        return Answer.ok(entries.update(call.caller(), call.id(), call.body(UpdateTimeEntry.class))
                .view());
    }

    public Answer toggle(Call call) {
        return Answer.ok(entries.toggle(call.caller(), call.id()).view());
    }

    public Answer delete(Call call) {
        entries.delete(call.caller(), call.id());
        return Answer.done();
    }
}
