package dev.hilo.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hilo.answers.draft.Decider;
import dev.hilo.api.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * All that a report rests on, for somebody who does not believe it: the figures follow from the cases without Hilo's data, and
 * with them the cases follow from the plan.
 *
 * @param definitions version of the rates
 * @param decider version of what decided
 * @param cases in the order of their numbers, with what people marked
 * @param report the figures, without the run's id and times
 */
public record Bundle(
        int definitions,
        String decider,
        SimulationPlan plan,
        double gate,
        List<SimulationCase> cases,
        JsonNode report) {

    static Bundle of(Report report, List<SimulationCase> cases) {
        return new Bundle(
                Report.DEFINITIONS, Decider.VERSION, report.simulation().plan(), report.gate(), cases, figures(report));
    }

    public static Bundle read(byte[] json) throws IOException {
        return Json.MAPPER.readValue(json, Bundle.class);
    }

    /** The same bundle, the same bytes. */
    public byte[] bytes() {
        try {
            return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The figures anew, from the cases alone. */
    public Report reckoned() {
        int marked = (int) cases.stream().filter(c -> c.mark() != null).count();
        var view = new SimulationView(0, "", plan, "DONE", cases.size(), cases.size(), marked, 0, null, null);
        return Report.of(view, cases, gate);
    }

    /** Whether the figures that it tells are those that follow from its cases. */
    public boolean isConsistent() {
        return text(figures(reckoned())).equals(text(report));
    }

    private static JsonNode figures(Report report) {
        ObjectNode figures = Json.MAPPER.valueToTree(report);
        figures.remove("simulation");
        return figures;
    }

    private static String text(JsonNode json) {
        try {
            return new String(Json.MAPPER.writeValueAsBytes(json), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
