package dev.hilo.cli;

import dev.hilo.simulation.Comparison;
import dev.hilo.simulation.Paired;
import dev.hilo.simulation.Rate;
import dev.hilo.simulation.Report;
import dev.hilo.simulation.SimulationCheck;
import java.io.PrintWriter;
import java.util.List;

/** What a simulation says, on a terminal. */
final class SimulationWords {

    private final PrintWriter out;

    SimulationWords(PrintWriter out) {
        this.out = out;
    }

    void report(Report report) {
        var overall = report.overall();
        out.printf(
                "%nSimulation %d: %d tickets, gate %s%n", report.simulation().id(), overall.tickets(), report.gate());
        rate("answerable", overall.answerable());
        rate("answered", overall.answered());
        rate("right when answered", overall.rightWhenAnswered());
        rate("would have gone out wrong", overall.wrongOut());
        if (report.simulation().marked() == 0) {
            out.println(
                    "\nNobody has marked a draft yet, so what is right rests on a judge alone: mark some in the web app.");
        }
        out.flush();
    }

    private void rate(String name, Rate rate) {
        if (rate.value() == null) out.printf("  %-26s no tickets%n", name);
        else if (rate.low() == null)
            out.printf("  %-26s %5.1f %%  (unchecked)  n = %d%n", name, 100 * rate.value(), rate.n());
        else
            out.printf(
                    "  %-26s %5.1f %%  (95 %%: %.1f to %.1f)  n = %d%n",
                    name, 100 * rate.value(), 100 * rate.low(), 100 * rate.high(), rate.n());
    }

    void comparison(Comparison compared) {
        out.printf("%nThe candidate less the account's own configuration, %d tickets:%n", compared.tickets());
        paired("answered and right", compared.right());
        paired("answered and wrong", compared.wrong());
        out.printf(
                "  %d tickets changed from right to not right, %d the other way round.%n",
                compared.right().onlyFirst(), compared.right().onlySecond());
        if (compared.judged() > 0) {
            out.printf("  On %d drafts the judge alone decided what is right.%n", compared.judged());
        }
        out.flush();
    }

    private void paired(String name, Paired paired) {
        out.printf(
                "  %-20s %+5.1f points  (95 %%: %+.1f to %+.1f; McNemar's exact test, p %s)%n",
                name,
                100 * paired.difference(),
                100 * paired.low(),
                100 * paired.high(),
                paired.p() < 0.001 ? "< 0.001" : "= %.3f".formatted(paired.p()));
    }

    /** @return how many failed */
    int checks(List<SimulationCheck.Result> results) {
        int failed = 0;
        for (var result : results) {
            boolean held = result.failures().isEmpty();
            if (!held) failed++;
            out.printf("%s  %s%n", held ? "held  " : "FAILED", result.name());
            result.failures().forEach(failure -> out.println("        " + failure));
        }
        out.printf("%d checks, %d failed%n", results.size(), failed);
        out.flush();
        return failed;
    }
}
