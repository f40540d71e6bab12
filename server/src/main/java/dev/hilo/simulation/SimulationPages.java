package dev.hilo.simulation;

import dev.hilo.api.Among;
import dev.hilo.api.Bounds;
import dev.hilo.api.FieldError;
import dev.hilo.errors.Refusal;
import dev.hilo.pages.Pages;
import dev.hilo.pages.Phrases;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import dev.hilo.web.Paging;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/** {@code /simulations}: start one, watch it, read what it says, mark its drafts. */
public final class SimulationPages {

    /** @param topics and languages that past tickets have */
    public record ListPage(List<SimulationView> simulations, List<String> topics, List<String> languages) {}

    /**
     * @param report null while nothing has been replayed
     * @param others runs to hold it against
     * @param secondsLeft null when it does not run, or nobody knows
     */
    public record OnePage(
            SimulationView simulation,
            ReportPage report,
            Long secondsLeft,
            List<GapArticles.Folder> folders,
            boolean drafted,
            List<Shadowed> shadows,
            List<SimulationView> others) {}

    /** A topic in the shadow. Its rates: answered, right when answered, gone out wrong. */
    public record Shadowed(Shadows.Shadow shadow, List<ReportPage.Cell> forecast, List<ReportPage.Cell> outcome) {}

    public record StartShadow(@Bounds(255) String topic, BigDecimal gate) {}

    /** @param place of the gap in the report at that gate, from 1 */
    public record DraftArticle(Integer place, Long folderId, BigDecimal gate) {}

    /**
     * @param one the draft to mark; null when all are marked
     * @param before the one marked last, which can be taken back; null when there is none
     */
    public record MarkPage(SimulationView simulation, SimulationCase one, int left, SimulationCase before) {}

    public record Start(
            Integer last,
            @Among({"last", "stratified"}) String sample,

            BigDecimal gate,
            @Bounds(255) String topic,
            @Bounds(10) String language,
            @Bounds(10) String since) {}

    /** How a report is looked at; see {@link Look}. */
    public record Looked(String gate, String tolerance, String minutes, String drafted) {}

    /** @param before the number of the case that was marked just now */
    public record ToMark(String before) {}

    public record Marked(
            Integer number,

            @Among({"GOOD", "ACCEPTABLE", "WRONG", "HARMFUL"})
            String mark,

            @Among({"yes", "no"}) String known,

            @Bounds(2000) String reason) {}

    private static final Paging NEWEST = new Paging(1, 50);
    private static final int QUEUE = 100;

    private final Simulations simulations;
    private final Shadows shadows;
    private final GapArticles articles;
    private final Pages pages;
    private final Clock clock;

    public SimulationPages(Simulations simulations, Shadows shadows, GapArticles articles, Pages pages, Clock clock) {
        this.simulations = simulations;
        this.shadows = shadows;
        this.articles = articles;
        this.pages = pages;
        this.clock = clock;
    }

    public Answer list(Call call) {
        var page = new ListPage(
                simulations.list(call.caller(), NEWEST).items(),
                simulations.topics(call.caller()),
                simulations.languages(call.caller()));
        return pages.page(call, "simulations/list", "simulations", "simulation.titles", page);
    }

    public Answer start(Call call) {
        var asked = call.body(Start.class);
        var gate = asked.gate() == null ? null : asked.gate().doubleValue();
        var made = simulations.create(
                call.caller(),
                new Simulations.Asked(
                        "",
                        asked.last(),
                        day(asked.since()),
                        filled(asked.topic()),
                        filled(asked.language()),
                        asked.sample(),
                        gate,
                        null,
                        null,
                        null),
                call.requestId());
        return new Answer.Redirect("/simulations/" + made.id());
    }

    /** Forms send what was left empty as an empty text. */
    private static String filled(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static Instant day(String text) {
        try {
            return filled(text) == null
                    ? null
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            throw new Refusal.Invalid(FieldError.invalid("since", "It should be a day, such as 2026-01-31"));
        }
    }

    public Answer view(Call call) {
        var simulation = simulations.view(call.caller(), call.id());
        var report = simulation.replayed() == 0 ? null : report(call, true);
        var page = new OnePage(
                simulation,
                report,
                secondsLeft(simulation),
                articles.folders(call.caller()),
                call.parameters(Looked.class).drafted() != null,
                shadowed(call),
                others(call));
        return pages.page(call, "simulations/one", "simulations", "simulation.title", page);
    }

    private List<SimulationView> others(Call call) {
        return simulations.list(call.caller(), NEWEST).items().stream()
                .filter(other -> other.id() != call.id()
                        && other.replayed() > 0
                        && other.plan().shadowOf() == null)
                .toList();
    }

    private List<Shadowed> shadowed(Call call) {
        var told = new Told(pages.frame(call).phrases());
        return shadows.of(call.caller().accountId(), call.id()).stream()
                .map(s -> new Shadowed(s, cells(told, s.forecast()), cells(told, s.outcome())))
                .toList();
    }

    private static List<ReportPage.Cell> cells(Told told, Report.Rates rates) {
        if (rates == null) return List.of();
        return List.of(told.cell(rates.answered()), told.cell(rates.rightWhenAnswered()), told.cell(rates.wrongOut()));
    }

    public Answer startShadow(Call call) {
        var asked = call.body(StartShadow.class);
        var gate = asked.gate() == null
                ? null
                : SimulationsApi.number("gate", asked.gate().toString(), 1);
        shadows.start(call.caller(), call.id(), asked.topic(), gate);
        return new Answer.Redirect("/simulations/" + call.id() + "#shadows");
    }

    private Long secondsLeft(SimulationView simulation) {
        if (!simulation.state().equals("RUNNING") || simulation.replayed() == 0) return null;
        var spent = Duration.between(simulation.createdAt(), clock.instant());
        return spent.toSeconds() * (simulation.tickets() - simulation.replayed()) / simulation.replayed();
    }

    public Answer cancel(Call call) {
        simulations.cancel(call.caller(), call.id());
        return new Answer.Redirect("/simulations/" + call.id());
    }

    public Answer delete(Call call) {
        simulations.delete(call.caller(), call.id());
        return new Answer.Redirect("/simulations");
    }

    /** What is missing, as an article that is not published yet. */
    public Answer draftArticle(Call call) {
        var asked = call.body(DraftArticle.class);
        var gate = asked.gate() == null ? null : asked.gate().doubleValue();
        int place = asked.place() == null ? 0 : asked.place();
        articles.draft(call.caller(), call.address(), call.id(), place, gate, asked.folderId());
        return new Answer.Redirect("/simulations/" + call.id() + "?drafted=" + place);
    }

    private ReportPage report(Call call, boolean mayAct) {
        Phrases phrases = pages.frame(call).phrases();
        var look = look(call.parameters(Looked.class));
        var report = simulations.report(call.caller().accountId(), call.id(), look.gate());
        return ReportPage.of(report, phrases, look, mayAct);
    }

    private static Look look(Looked asked) {
        var tolerance = SimulationsApi.number("tolerance", asked.tolerance(), 1);
        var minutes = SimulationsApi.number("minutes", asked.minutes(), 600);
        return new Look(
                SimulationsApi.number("gate", asked.gate(), 1),
                tolerance == null ? Look.USUAL.tolerance() : tolerance,
                minutes == null ? Look.USUAL.minutes() : minutes);
    }

    /** The report as a file: {@code html} opens alone, {@code json} and {@code csv} are for programs. */
    public Answer download(Call call) {
        return file(call, "html", report(call, false).alone(call.account().name()));
    }

    public Answer casesAsCsv(Call call) {
        var bundle = simulations.bundle(call.caller().accountId(), call.id(), null);
        return file(call, "csv", Tables.cases(bundle.cases()));
    }

    public Answer bundle(Call call) {
        var gate = look(call.parameters(Looked.class)).gate();
        var bundle = simulations.bundle(call.caller().accountId(), call.id(), gate);
        return file(call, "json", new String(bundle.bytes(), StandardCharsets.UTF_8));
    }

    private static Answer file(Call call, String kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String type = kind.equals("json") ? "application/json" : "text/" + kind + "; charset=utf-8";
        var headers = Map.of(
                "Content-Type",
                type,
                "Content-Disposition",
                "attachment; filename=\"simulation-" + call.id() + "." + kind + "\"");
        return new Answer.Download(headers, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    public Answer toMark(Call call) {
        var simulation = simulations.view(call.caller(), call.id());
        var queue = simulations.toMark(call.caller(), call.id(), QUEUE);
        var number =
                SimulationsApi.number("before", call.parameters(ToMark.class).before(), SimulationPlan.MOST);
        var before = number == null ? null : simulations.one(call.caller(), call.id(), number.intValue());
        var page = new MarkPage(simulation, queue.isEmpty() ? null : queue.getFirst(), queue.size(), before);
        return pages.page(call, "simulations/mark", "simulations", "simulation.mark.title", page);
    }

    /** Without a mark it takes one back. */
    public Answer mark(Call call) {
        var asked = call.body(Marked.class);
        int number = asked.number() == null ? 0 : asked.number();
        var mark = asked.mark() == null ? null : Mark.valueOf(asked.mark());
        var known = asked.known() == null ? null : Boolean.valueOf(asked.known().equals("yes"));
        simulations.mark(call.caller(), call.id(), number, mark, known, mark == null ? null : asked.reason());
        return new Answer.Redirect("/simulations/" + call.id() + "/mark" + (mark == null ? "" : "?before=" + number));
    }
}
