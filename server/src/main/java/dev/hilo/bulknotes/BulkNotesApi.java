package dev.hilo.bulknotes;

import dev.hilo.api.CreateBulkNote;
import dev.hilo.api.JobStarted;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/hilo/v1/bulk-notes} */
public final class BulkNotesApi {

    private final BulkNotes bulkNotes;

    public BulkNotesApi(BulkNotes bulkNotes) {
        this.bulkNotes = bulkNotes;
    }

    public Answer preview(Call call) {
        var made = bulkNotes.preview(call.caller(), call.body(CreateBulkNote.class));
        return new Answer.Created("/api/hilo/v1/bulk-notes/" + made.id(), made);
    }

    public Answer view(Call call) {
        return Answer.ok(bulkNotes.view(call.caller(), call.id()));
    }

    public Answer tickets(Call call) {
        return Answer.page(bulkNotes.tickets(call.caller(), call.id(), call.paging()));
    }

    public Answer confirm(Call call) {
        return started(call, bulkNotes.confirm(call.caller(), call.id(), call.requestId()));
    }

    public Answer undo(Call call) {
        return started(call, bulkNotes.undo(call.caller(), call.id(), call.requestId()));
    }

    private static Answer started(Call call, String jobId) {
        return Answer.accepted(new JobStarted(jobId, call.address().of("/api/v2/jobs/" + jobId)));
    }
}
