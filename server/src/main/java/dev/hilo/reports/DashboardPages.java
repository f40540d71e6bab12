package dev.hilo.reports;

import dev.hilo.pages.Desk;
import dev.hilo.pages.Pages;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import dev.hilo.web.Paging;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** {@code /dashboards/{report}}: the numbers, drawn, with a table behind each chart and the tickets behind each number. */
public final class DashboardPages {

    /** @param filters of the address, without a beginning */
    public record DashboardPage(
            List<String> kinds,
            Report report,
            ReportAsked asked,
            String filters,
            List<Chart> charts,
            Desk.Choices desk,
            Words words) {}

    public record BehindPage(
            String kind,
            String measure,
            String back,
            List<Report.Behind> tickets,
            boolean hasMore,
            Desk.Choices desk) {}

    private static final Paging FIRST = new Paging(1, 100);

    private final Reports reports;
    private final Desk desk;
    private final Pages pages;

    public DashboardPages(Reports reports, Desk desk, Pages pages) {
        this.reports = reports;
        this.desk = desk;
        this.pages = pages;
    }

    public Answer first(Call call) {
        return new Answer.Redirect("/dashboards/volume");
    }

    public Answer dashboard(Call call) {
        var kind = ReportKind.require(call.segment(0));
        var asked = call.parameters(ReportAsked.class);
        var phrases = pages.frame(call).phrases();
        var choices = desk.of(call.caller().accountId());
        var report = reports.report(call.caller(), kind, asked, phrases);
        var words = new Words(phrases);
        var page = new DashboardPage(
                Arrays.stream(ReportKind.values()).map(ReportKind::text).toList(),
                report,
                asked,
                asked.filters(reports.period(call.caller(), asked)),
                Chart.of(report, words),
                choices,
                words);
        return pages.page(call, "reports/dashboard", "dashboards", "dashboards.title", page);
    }

    public Answer tickets(Call call) {
        var kind = ReportKind.require(call.segment(0));
        var asked = call.parameters(ReportAsked.class);
        var behind = reports.behind(call.caller(), kind, asked, FIRST);
        var period = reports.period(call.caller(), asked);
        var page = new BehindPage(
                kind.text(),
                asked.measure(),
                "/dashboards/" + kind.text() + "?" + asked.filters(period),
                behind.items(),
                behind.hasMore(),
                desk.of(call.caller().accountId()));
        return pages.page(call, "reports/behind", "dashboards", "dashboards.behind", page);
    }

    public Answer csv(Call call) {
        var kind = ReportKind.require(call.segment(0));
        var phrases = pages.frame(call).phrases();
        var report = reports.report(call.caller(), kind, call.parameters(ReportAsked.class), phrases);
        byte[] bytes = ReportCsv.of(report).getBytes(StandardCharsets.UTF_8);
        var headers = Map.of(
                "Content-Type",
                "text/csv; charset=utf-8",
                "Content-Disposition",
                "attachment; filename=\"" + kind.text() + "-" + report.from() + "-" + report.to() + ".csv\"");
        return new Answer.Download(headers, bytes.length, () -> new ByteArrayInputStream(bytes));
    }
}
