package dev.hilo.export;

import dev.hilo.api.Among;
import dev.hilo.api.Bounds;
import dev.hilo.api.CreateDataExport;
import dev.hilo.api.DataExport;
import dev.hilo.api.FieldError;
import dev.hilo.api.Patch;
import dev.hilo.api.Required;
import dev.hilo.api.UpdateDataExport;
import dev.hilo.errors.Refusal;
import dev.hilo.pages.Pages;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import dev.hilo.web.Paging;
import java.util.List;

/** {@code /setup/exports}: what is written for analysis, how often, and how the last run went. */
public final class ExportPages {

    /** What the form sends. @param url of a PostgreSQL alone */
    public record Wanted(
            @Required @Bounds(255) String name,

            @Required @Among({"duckdb", "parquet", "csv", "jsonl", "postgresql"})
            String kind,

            @Bounds(2000) String url,
            Boolean resolvedOnly,
            Boolean redact,
            Integer everyMinutes) {}

    public record ExportsPage(List<DataExport> exports, Wanted form, List<FieldError> problems) {}

    public static final List<String> KINDS = List.of("duckdb", "parquet", "csv", "jsonl", "postgresql");
    private static final int DAY = 1440;

    private final ScheduledExports exports;
    private final Pages pages;

    public ExportPages(ScheduledExports exports, Pages pages) {
        this.exports = exports;
        this.pages = pages;
    }

    public Answer list(Call call) {
        return shown(call, new Wanted("", "duckdb", "", false, false, DAY), List.of());
    }

    private Answer shown(Call call, Wanted form, List<FieldError> problems) {
        var page =
                new ExportsPage(exports.list(call.caller(), new Paging(1, 100)).items(), form, problems);
        return Pages.refused(pages.page(call, "setup/exports", "setup", "setup.exports", page), problems);
    }

    public Answer create(Call call) {
        var form = call.body(Wanted.class);
        String url = form.url() == null || form.url().isBlank() ? null : form.url();
        try {
            exports.create(
                    call.caller(),
                    new CreateDataExport(
                            form.name(),
                            form.kind(),
                            url,
                            form.resolvedOnly(),
                            null,
                            form.redact(),
                            form.everyMinutes(),
                            true));
            return back();
        } catch (Refusal.Invalid wrong) {
            return shown(call, form, wrong.errors);
        } catch (Refusal.Duplicate taken) {
            return shown(call, form, taken.errors);
        }
    }

    private static Answer back() {
        return new Answer.Redirect("/setup/exports");
    }

    public Answer run(Call call) {
        exports.view(call.caller(), call.id());
        exports.hurry(call.caller(), call.id());
        return back();
    }

    public Answer pause(Call call) {
        return activate(call, false);
    }

    public Answer resume(Call call) {
        return activate(call, true);
    }

    private Answer activate(Call call, boolean active) {
        exports.update(
                call.caller(), call.id(), new UpdateDataExport(Patch.absent(), Patch.absent(), Patch.of(active)));
        return back();
    }

    public Answer delete(Call call) {
        exports.delete(call.caller(), call.id());
        return back();
    }
}
