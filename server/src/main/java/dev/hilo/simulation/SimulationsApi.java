package dev.hilo.simulation;

import dev.hilo.api.Among;
import dev.hilo.api.Bounds;
import dev.hilo.api.FieldError;
import dev.hilo.errors.Refusal;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** {@code /api/hilo/v1/simulations} */
public final class SimulationsApi {

    public record CreateSimulation(
            @Bounds(255) String name,
            Integer last,
            Instant since,
            @Bounds(255) String topic,
            @Bounds(10) String language,
            @Among({"last", "stratified"}) String sample,

            BigDecimal gate,
            Long seed,
            AskedCandidate candidate,
            Long sameAs) {}

    /** See {@link Candidate}. */
    public record AskedCandidate(BigDecimal gate, List<String> kinds, Boolean meaning) {

        Candidate candidate() {
            return new Candidate(gate == null ? null : gate.doubleValue(), kinds, meaning);
        }
    }

    public record DraftArticle(Long folderId, BigDecimal gate) {}

    public record StartShadow(@Bounds(255) String topic, BigDecimal gate) {}

    /** @param with another run over the same tickets */
    public record Compared(String with) {}

    /** @param mark null takes a mark back */
    public record MarkCase(
            @Among({"GOOD", "ACCEPTABLE", "WRONG", "HARMFUL"})
            String mark,

            Boolean knowledgeExisted,
            @Bounds(2000) String reason) {}

    /** @param gate that the rates are of; the run's own when absent */
    public record AtGate(String gate) {}

    private static final int QUEUE = 20;

    private final Simulations simulations;
    private final GapArticles articles;
    private final Shadows shadows;

    public SimulationsApi(Simulations simulations, Shadows shadows, GapArticles articles) {
        this.simulations = simulations;
        this.shadows = shadows;
        this.articles = articles;
    }

    public Answer create(Call call) {
        var asked = call.body(CreateSimulation.class);
        var gate = asked.gate() == null ? null : asked.gate().doubleValue();
        var made = simulations.create(
                call.caller(),
                new Simulations.Asked(
                        asked.name(),
                        asked.last(),
                        asked.since(),
                        asked.topic(),
                        asked.language(),
                        asked.sample(),
                        gate,
                        asked.seed(),
                        asked.candidate() == null ? null : asked.candidate().candidate(),
                        asked.sameAs()),
                call.requestId());
        return new Answer.Created("/api/hilo/v1/simulations/" + made.id(), made);
    }

    public Answer list(Call call) {
        return Answer.page(simulations.list(call.caller(), call.paging()));
    }

    public Answer view(Call call) {
        return Answer.ok(simulations.view(call.caller(), call.id()));
    }

    public Answer cancel(Call call) {
        return Answer.ok(simulations.cancel(call.caller(), call.id()));
    }

    public Answer delete(Call call) {
        simulations.delete(call.caller(), call.id());
        return Answer.done();
    }

    public Answer cases(Call call) {
        return Answer.page(simulations.cases(call.caller(), call.id(), call.paging()));
    }

    public Answer toMark(Call call) {
        return Answer.ok(simulations.toMark(call.caller(), call.id(), QUEUE));
    }

    public Answer mark(Call call) {
        var asked = call.body(MarkCase.class);
        var mark = asked.mark() == null ? null : Mark.valueOf(asked.mark());
        int number = (int) Math.min(Integer.MAX_VALUE, call.id(1));
        simulations.mark(call.caller(), call.id(), number, mark, asked.knowledgeExisted(), asked.reason());
        return Answer.done();
    }

    public Answer report(Call call) {
        return Answer.ok(simulations.report(call.caller().accountId(), call.id(), gate(call)));
    }

    /** What one gate would have meant, for a slider. */
    public Answer whatIf(Call call) {
        return Answer.ok(simulations.whatIf(call.caller(), call.id(), gate(call)));
    }

    public Answer compare(Call call) {
        simulations.view(call.caller(), call.id());
        var with = number("with", call.parameters(Compared.class).with(), Long.MAX_VALUE);
        if (with == null) throw new Refusal.Invalid(FieldError.missing("with", "Integer"));
        return Answer.ok(simulations.compare(call.caller().accountId(), call.id(), with.longValue()));
    }

    public Answer startShadow(Call call) {
        var asked = call.body(StartShadow.class);
        var gate = asked.gate() == null ? null : number("gate", asked.gate().toString(), 1);
        var made = shadows.start(call.caller(), call.id(), asked.topic(), gate);
        return new Answer.Created("/api/hilo/v1/simulations/" + made.id(), made);
    }

    public Answer shadows(Call call) {
        return Answer.ok(shadows.of(call.caller().accountId(), call.id()));
    }

    /** What is missing, as an article that is not published. */
    public Answer draftArticle(Call call) {
        var asked = call.body(DraftArticle.class);
        var gate = asked.gate() == null ? null : number("gate", asked.gate().toString(), 1);
        var article = articles.draft(call.caller(), call.address(), call.id(), call.id(1), gate, asked.folderId());
        return Answer.created("solutions/articles/" + article.id(), article);
    }

    public Answer bundle(Call call) {
        return Answer.ok(simulations.bundle(call.caller().accountId(), call.id(), gate(call)));
    }

    private static Double gate(Call call) {
        return number("gate", call.parameters(AtGate.class).gate(), 1);
    }

    /** @param text null for nothing */
    static Double number(String field, String text, long most) {
        if (text == null) return null;
        try {
            double number = Double.parseDouble(text);
            if (number >= 0 && number <= most) return number;
        } catch (NumberFormatException e) {
            // refused below
        }
        throw new Refusal.Invalid(FieldError.invalid(field, "It should be from 0 to " + most));
    }
}
