package dev.hilo.transfers;

import dev.hilo.api.Among;
import dev.hilo.api.ExportStarted;
import dev.hilo.api.StartExport;
import dev.hilo.api.StartImport;
import dev.hilo.fields.Resource;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code export} and {@code imports} below {@code /api/v2/contacts} or {@code /api/v2/companies} */
public final class TransfersApi {

    /** The imports of one status. */
    public record OfStatus(
            @Among({"in_progress", "completed", "cancelled", "failed"})
            String status) {}

    private final Resource resource;
    private final Exports exports;
    private final Imports imports;

    public TransfersApi(Resource resource, Exports exports, Imports imports) {
        this.resource = resource;
        this.exports = exports;
        this.imports = imports;
    }

    public Answer startExport(Call call) {
        String id = exports.start(call.caller(), resource, call.body(StartExport.class), call.requestId());
        return Answer.ok(new ExportStarted(id));
    }

    public Answer viewExport(Call call) {
        return Answer.ok(exports.view(call.caller(), resource, call.segment(0), call.address()));
    }

    public Answer startImport(Call call) {
        return Answer.accepted(
                imports.start(call.caller(), resource, call.body(StartImport.class), call.requestId(), call.address()));
    }

    public Answer listImports(Call call) {
        String status = call.parameters(OfStatus.class).status();
        return Answer.ok(imports.latest(call.caller(), resource, status, call.address()));
    }

    public Answer viewImport(Call call) {
        return Answer.ok(imports.view(call.caller(), resource, call.id(), call.address()));
    }

    public Answer cancelImport(Call call) {
        imports.cancel(call.caller(), resource, call.id());
        return Answer.done();
    }
}
