package dev.hilo.simulation;

import dev.hilo.pages.Phrases;

/** Figures in the words of one language. */
record Told(Phrases phrases) {

    String percent(double share) {
        boolean isSmall = share > 0 && share < 0.1;
        return String.format(phrases.locale(), isSmall ? "%.1f %%" : "%.0f %%", 100 * share);
    }

    String gate(double gate) {
        return String.format(phrases.locale(), "%.2f", gate);
    }

    String value(Rate rate) {
        return rate.value() == null ? "–" : percent(rate.value());
    }

    String interval(Rate rate) {
        if (rate.value() == null) return phrases.text("simulation.none");
        if (rate.low() == null) return phrases.text("simulation.unchecked", rate.n());
        String range = percent(rate.low()) + " – " + percent(rate.high());
        return rate.marked() == null
                ? phrases.text("simulation.interval", range, rate.n())
                : phrases.text("simulation.interval_marked", range, rate.n(), rate.marked());
    }

    /** For a table, where there is little room. */
    ReportPage.Cell cell(Rate rate) {
        return new ReportPage.Cell(value(rate), briefly(rate));
    }

    private String briefly(Rate rate) {
        if (rate.value() == null) return phrases.text("simulation.none");
        if (rate.low() == null) return phrases.text("simulation.unchecked.short", rate.n());
        String range = percent(rate.low()) + " – " + percent(rate.high()) + " · n = " + rate.n();
        return rate.marked() == null ? range : phrases.text("simulation.marked.short", range, rate.marked());
    }

    /** Of a hundred tickets, what answering the right ones saves. */
    ReportPage.Cell minutes(Rate rightOut, double each) {
        if (rightOut.value() == null) return new ReportPage.Cell("–", "");
        String value = phrases.text("simulation.minutes", number(100 * each * rightOut.value()));
        if (rightOut.low() == null)
            return new ReportPage.Cell(value, phrases.text("simulation.unchecked", rightOut.n()));
        String range = number(100 * each * rightOut.low()) + " – " + number(100 * each * rightOut.high());
        return new ReportPage.Cell(value, "95 %: " + range);
    }

    /** A difference of two shares, in points. */
    String points(double difference) {
        return String.format(phrases.locale(), "%+.1f", 100 * difference);
    }

    /** How likely something is by chance. */
    String probability(double p) {
        return p < 0.001
                ? "< " + String.format(phrases.locale(), "%.3f", 0.001)
                : String.format(phrases.locale(), "%.3f", p);
    }

    private String number(double value) {
        return String.format(phrases.locale(), "%.0f", value);
    }

    String gate(Gate.Point point) {
        return phrases.text(
                "simulation.gate_title", gate(point.gate()), value(point.answered()), value(point.wrongOut()));
    }

    String worth(Report.Reliability r) {
        return phrases.text("simulation.worth", percent(r.confidence()), value(r.right()), interval(r.right()));
    }
}
