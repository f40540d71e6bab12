package dev.hilo.reports;

import static dev.hilo.reports.Dimension.*;
import static dev.hilo.reports.Measure.*;

import dev.hilo.errors.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The reports there are: which measures each has, and what they are split by. */
enum ReportKind {
    VOLUME(List.of(CREATED, Measure.RESOLVED), List.of(DAY)),
    BACKLOG(List.of(Measure.BACKLOG), List.of(AGE, GROUP)),
    FIRST_RESPONSE(List.of(Measure.FIRST_RESPONSE), List.of(DAY, GROUP)),
    RESOLUTION(List.of(Measure.RESOLUTION), List.of(DAY, GROUP)),
    SLA(List.of(SLA_FIRST_RESPONSE, SLA_RESOLUTION), List.of(DAY, GROUP)),
    REOPENS(List.of(REOPENED), List.of(AGENT, GROUP)),
    AGENTS(List.of(CREATED, Measure.RESOLVED, Measure.BACKLOG, Measure.FIRST_RESPONSE), List.of(AGENT)),
    GROUPS(List.of(CREATED, Measure.RESOLVED, Measure.BACKLOG, Measure.FIRST_RESPONSE), List.of(GROUP)),
    CHANNELS(List.of(CREATED, Measure.RESOLVED, Measure.FIRST_RESPONSE), List.of(CHANNEL)),
    TAGS(List.of(CREATED, Measure.RESOLVED, Measure.RESOLUTION), List.of(TAG)),
    TYPES(List.of(CREATED, Measure.RESOLVED, Measure.RESOLUTION), List.of(TYPE)),
    RATINGS(List.of(Measure.RATINGS), List.of(RATING, AGENT)),
    HOURS(List.of(CREATED), List.of(HOUR));

    private final List<Measure> measures;
    private final List<Dimension> dimensions;

    ReportKind(List<Measure> measures, List<Dimension> dimensions) {
        this.measures = measures;
        this.dimensions = dimensions;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<Measure> measures() {
        return measures;
    }

    List<Dimension> dimensions() {
        return dimensions;
    }

    static ReportKind require(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.text().equals(text))
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
    }
}
