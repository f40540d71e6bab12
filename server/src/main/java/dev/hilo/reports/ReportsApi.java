package dev.hilo.reports;

import dev.hilo.pages.Phrases;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.nio.charset.StandardCharsets;

/** {@code /api/hilo/v1/reports} */
public final class ReportsApi {

    private final Reports reports;

    public ReportsApi(Reports reports) {
        this.reports = reports;
    }

    public Answer report(Call call) {
        var kind = ReportKind.require(call.segment(0));
        var asked = call.parameters(ReportAsked.class);
        var report = reports.report(call.caller(), kind, asked, Phrases.in("en"));
        return wantsCsv(call, asked) ? csv(report) : Answer.ok(report);
    }

    private static boolean wantsCsv(Call call, ReportAsked asked) {
        if (asked.format() != null) return asked.format().equals("csv");
        String accept = call.header("Accept");
        return accept != null && accept.contains("text/csv");
    }

    static Answer csv(Report report) {
        return new Answer.Raw(
                200, "text/csv; charset=utf-8", ReportCsv.of(report).getBytes(StandardCharsets.UTF_8));
    }

    public Answer tickets(Call call) {
        var kind = ReportKind.require(call.segment(0));
        return Answer.page(reports.behind(call.caller(), kind, call.parameters(ReportAsked.class), call.paging()));
    }
}
