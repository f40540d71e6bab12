package dev.hilo.simulation;

import dev.hilo.pages.Pages;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** {@code /simulations/{id}/against}: two runs over the same tickets, side by side. */
public final class ComparisonPages {

    /** @param other the second run */
    public record Asked(Long other) {}

    /** A rate of both. @param name and meaning phrases */
    public record Line(String name, ReportPage.Cell first, ReportPage.Cell second) {}

    /** A paired difference. @param isSure whether so uneven a split is unlikely when both are as good */
    public record Difference(
            String name, String value, String interval, String p, long gained, long lost, boolean isSure) {}

    public record ComparisonPage(
            SimulationView first,
            SimulationView second,
            Comparison comparison,
            List<Line> lines,
            List<Difference> differences) {}

    private static final double SURE = 0.05;

    private final Simulations simulations;
    private final Pages pages;

    public ComparisonPages(Simulations simulations, Pages pages) {
        this.simulations = simulations;
        this.pages = pages;
    }

    public Answer view(Call call) {
        long account = call.caller().accountId();
        var asked = call.parameters(Asked.class).other();
        long other = asked == null ? call.id() : asked;
        var first = simulations.report(account, call.id(), null);
        var second = simulations.report(account, other, null);
        var told = new Told(pages.frame(call).phrases());
        var comparison = simulations.compare(account, call.id(), other);
        var page = new ComparisonPage(
                first.simulation(),
                second.simulation(),
                comparison,
                lines(told, first, second),
                List.of(difference(told, "right", comparison.right()), difference(told, "wrong", comparison.wrong())));
        return pages.page(call, "simulations/against", "simulations", "simulation.against", page);
    }

    private static List<Line> lines(Told told, Report first, Report second) {
        var lines = new ArrayList<Line>();
        line(lines, told, "answerable", first, second, Report.Rates::answerable);
        line(lines, told, "answered", first, second, Report.Rates::answered);
        line(lines, told, "right", first, second, Report.Rates::rightWhenAnswered);
        line(lines, told, "wrong", first, second, Report.Rates::wrongOut);
        return lines;
    }

    private static void line(
            List<Line> lines, Told told, String name, Report first, Report second, Function<Report.Rates, Rate> rate) {
        lines.add(new Line(
                "simulation." + name, told.cell(rate.apply(first.overall())), told.cell(rate.apply(second.overall()))));
    }

    private static Difference difference(Told told, String name, Paired paired) {
        return new Difference(
                "simulation.against." + name,
                told.points(paired.difference()),
                told.points(paired.low()) + " – " + told.points(paired.high()),
                told.probability(paired.p()),
                paired.onlySecond(),
                paired.onlyFirst(),
                paired.p() < SURE);
    }
}
