package dev.hilo.simulation;

import dev.hilo.api.Bounds;
import dev.hilo.api.FieldError;
import dev.hilo.errors.Problems;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** {@code /api/hilo/v1/simulation-checks} */
public final class ChecksApi {

    /** See {@link SimulationCheck}. */
    public record CreateCheck(
            @Bounds(255) String name,
            @Bounds(255) String subject,
            @Bounds(4000) String question,
            @Bounds(10) String language,
            List<String> mustCite,
            List<String> mustSay,
            List<String> mustNotSay,
            Boolean mustAnswer,
            BigDecimal gate) {}

    private static final int MOST_TEXTS = 20;
    private static final int LONGEST_TEXT = 255;

    private final Checks checks;

    public ChecksApi(Checks checks) {
        this.checks = checks;
    }

    public Answer create(Call call) {
        var asked = call.body(CreateCheck.class);
        check(asked);
        var saved = checks.save(
                call.caller(),
                new SimulationCheck(
                        asked.name(),
                        asked.subject(),
                        asked.question(),
                        asked.language(),
                        asked.mustCite(),
                        asked.mustSay(),
                        asked.mustNotSay(),
                        asked.mustAnswer(),
                        asked.gate() == null ? null : asked.gate().doubleValue()));
        return new Answer.Created("/api/hilo/v1/simulation-checks/" + saved.id(), saved);
    }

    private static void check(CreateCheck asked) {
        var problems = new Problems();
        if (asked.name() == null || asked.name().isBlank()) problems.add(FieldError.missing("name", "String"));
        if (asked.question() == null || asked.question().isBlank()) {
            problems.add(FieldError.missing("question", "String"));
        }
        problems.addIf(
                asked.gate() != null
                        && (asked.gate().signum() < 0 || asked.gate().compareTo(BigDecimal.ONE) > 0),
                FieldError.invalid("gate", "It should be from 0 to 1"));
        texts(problems, "must_cite", asked.mustCite());
        texts(problems, "must_say", asked.mustSay());
        texts(problems, "must_not_say", asked.mustNotSay());
        problems.refuse();
    }

    private static void texts(Problems problems, String field, List<String> texts) {
        boolean fit = texts == null
                || texts.size() <= MOST_TEXTS
                        && texts.stream().noneMatch(t -> t.isBlank() || t.length() > LONGEST_TEXT);
        problems.addIf(!fit, FieldError.invalid(field, "It should hold at most 20 texts of 1 to 255 characters"));
    }

    public Answer list(Call call) {
        return Answer.page(checks.list(call.caller(), call.paging()));
    }

    public Answer delete(Call call) {
        checks.delete(call.caller(), call.id());
        return Answer.done();
    }

    /** Looks at all of them now. */
    public Answer run(Call call) {
        var results = checks.run(call.account());
        long failed = results.stream().filter(r -> !r.failures().isEmpty()).count();
        return Answer.ok(Map.of("checks", results.size(), "failed", failed, "results", results));
    }
}
