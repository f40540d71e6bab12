package dev.hilo.export;

import dev.hilo.api.CreateDataExport;
import dev.hilo.api.UpdateDataExport;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/hilo/v1/exports} */
public final class ScheduledExportsApi {

    private final ScheduledExports exports;

    public ScheduledExportsApi(ScheduledExports exports) {
        this.exports = exports;
    }

    public Answer list(Call call) {
        return Answer.page(exports.list(call.caller(), call.paging()));
    }

    public Answer create(Call call) {
        var created = exports.create(call.caller(), call.body(CreateDataExport.class));
        return new Answer.Created("/api/hilo/v1/exports/" + created.id(), created);
    }

    public Answer view(Call call) {
        return Answer.ok(exports.view(call.caller(), call.id()));
    }

    public Answer update(Call call) {
        return Answer.ok(exports.update(call.caller(), call.id(), call.body(UpdateDataExport.class)));
    }

    public Answer run(Call call) {
        return Answer.accepted(exports.hurry(call.caller(), call.id()));
    }

    public Answer delete(Call call) {
        exports.delete(call.caller(), call.id());
        return Answer.done();
    }
}
