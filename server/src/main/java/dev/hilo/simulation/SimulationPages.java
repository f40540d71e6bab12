package dev.hilo.simulation;

import dev.hilo.api.Among;
import dev.hilo.api.Bounds;
import dev.hilo.pages.Pages;
import dev.hilo.pages.Phrases;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import dev.hilo.web.Paging;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** {@code /simulations}: start one, watch it, read what it says, mark its drafts. */
public final class SimulationPages {

    public record ListPage(List<SimulationView> simulations) {}

    /** @param report null while nothing has been replayed */
    public record OnePage(SimulationView simulation, ReportPage report, Gate.Point whatIf) {}

    /** @param one the draft to mark; null when all are marked */
    public record MarkPage(SimulationView simulation, SimulationCase one, int left) {}

    public record Start(
            Integer last,
            @Among({"last", "stratified"}) String sample,

            BigDecimal gate,
            @Bounds(255) String topic,
            @Bounds(10) String language) {}

    public record Marked(
            Integer number,

            @Among({"GOOD", "ACCEPTABLE", "WRONG", "HARMFUL"})
            String mark,

            @Bounds(2000) String reason) {}

    private static final Paging NEWEST = new Paging(1, 50);
    private static final int QUEUE = 100;

    private final Simulations simulations;
    private final Pages pages;

    public SimulationPages(Simulations simulations, Pages pages) {
        this.simulations = simulations;
        this.pages = pages;
    }

    public Answer list(Call call) {
        var page = new ListPage(simulations.list(call.caller(), NEWEST).items());
        return pages.page(call, "simulations/list", "simulations", "simulation.titles", page);
    }

    public Answer start(Call call) {
        var asked = call.body(Start.class);
        var gate = asked.gate() == null ? null : asked.gate().doubleValue();
        var made = simulations.create(
                call.caller(),
                new Simulations.Asked(
                        "", asked.last(), null, asked.topic(), asked.language(), asked.sample(), gate, null),
                call.requestId());
        return new Answer.Redirect("/simulations/" + made.id());
    }

    public Answer view(Call call) {
        var simulation = simulations.view(call.caller(), call.id());
        var gate = SimulationsApi.gate(call);
        var report = simulation.replayed() == 0 ? null : report(call, gate);
        var whatIf = report == null ? null : simulations.whatIf(call.caller(), call.id(), gate);
        var page = new OnePage(simulation, report, whatIf);
        return pages.page(call, "simulations/one", "simulations", "simulation.title", page);
    }

    private ReportPage report(Call call, Double gate) {
        Phrases phrases = pages.frame(call).phrases();
        return ReportPage.of(simulations.report(call.caller().accountId(), call.id(), gate), phrases);
    }

    /** The report as a file that opens alone. */
    public Answer download(Call call) {
        var html = report(call, SimulationsApi.gate(call)).alone(call.account().name());
        var headers = Map.of("Content-Disposition", "attachment; filename=\"simulation-" + call.id() + ".html\"");
        return new Answer.Html(200, html, headers, List.of());
    }

    public Answer toMark(Call call) {
        var simulation = simulations.view(call.caller(), call.id());
        var queue = simulations.toMark(call.caller(), call.id(), QUEUE);
        var page = new MarkPage(simulation, queue.isEmpty() ? null : queue.getFirst(), queue.size());
        return pages.page(call, "simulations/mark", "simulations", "simulation.mark.title", page);
    }

    public Answer mark(Call call) {
        var asked = call.body(Marked.class);
        int number = asked.number() == null ? 0 : asked.number();
        var mark = asked.mark() == null ? null : Mark.valueOf(asked.mark());
        simulations.mark(call.caller(), call.id(), number, mark, null, asked.reason());
        return new Answer.Redirect("/simulations/" + call.id() + "/mark");
    }
}
