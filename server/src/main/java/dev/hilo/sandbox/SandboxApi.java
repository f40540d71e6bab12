package dev.hilo.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hilo.accounts.CallKind;
import dev.hilo.accounts.Plan;
import dev.hilo.api.Among;
import dev.hilo.api.Bounds;
import dev.hilo.api.FieldError;
import dev.hilo.api.Required;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import dev.hilo.web.RateLimits;
import dev.hilo.web.Trial;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** {@code /api/hilo/v1/sandbox}, in a sandbox and in the demo alone. */
public final class SandboxApi {

    /** The sandbox's time. */
    public record SetClock(@Required Instant now) {}

    /** @param by an ISO 8601 duration such as {@code PT2H} or {@code P3D} */
    public record Advance(@Required String by) {}

    /** @param callsPerMinute instead of the plan's; the sub-limits stay the plan's */
    public record SetLimits(String plan, Integer callsPerMinute, Boolean enforced) {}

    /**
     * Something that is to go wrong.
     *
     * @param kind {@code answer} with a status, {@code drop} the connection, or only {@code delay}
     * @param path a regular expression found in the path; every path when absent
     * @param times calls that it meets; any number when absent
     * @param share of the calls that it meets, 1 when absent, drawn with the seed
     * @param afterwards whether the work is done first: the caller cannot know the outcome
     */
    public record CreateFault(
            @Required @Among({"answer", "drop", "delay"}) String kind,

            @Among({"GET", "POST", "PUT", "PATCH", "DELETE"})
            String method,

            @Bounds(500) String path,
            Integer status,
            Integer retryAfter,
            Long delayMillis,
            Integer times,
            BigDecimal share,
            Long seed,
            Boolean afterwards) {}

    /** @param left calls that it still meets; null for any number */
    record FaultView(
            long id,
            String method,
            String path,
            double share,
            Integer left,
            @JsonInclude(JsonInclude.Include.NON_NULL) Trial.Fault fault) {}

    /** @param name of a snapshot: letters, digits and underscores; {@code default} when absent */
    public record Named(String name) {}

    /** Which calls. @param path a regular expression found in the path */
    public record Logged(Integer status, String method, String path, Integer limit) {}

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,30}");
    private static final Duration FARTHEST = Duration.ofDays(3660);

    private final Sandbox sandbox;
    private final RateLimits limits;
    private final Runnable upkeep;

    /** @param upkeep what ticks by itself at other times, done now */
    public SandboxApi(Sandbox sandbox, RateLimits limits, Runnable upkeep) {
        this.sandbox = sandbox;
        this.limits = limits;
        this.upkeep = upkeep;
    }

    public Answer time(Call call) {
        return Answer.ok(Map.of("now", sandbox.clock.instant().toString()));
    }

    public Answer setTime(Call call) {
        sandbox.clock.set(call.body(SetClock.class).now());
        upkeep.run();
        return time(call);
    }

    public Answer advance(Call call) {
        Duration by = duration(call.body(Advance.class).by());
        sandbox.clock.advance(by);
        upkeep.run();
        return time(call);
    }

    private static Duration duration(String text) {
        try {
            var by = Duration.parse(text);
            if (by.abs().compareTo(FARTHEST) <= 0) return by;
        } catch (DateTimeParseException e) {
            // refused below
        }
        throw invalid("by", "It should be an ISO 8601 duration of ten years at most, such as PT2H or P3D");
    }

    public Answer limits(Call call) {
        return Answer.ok(
                limits.allowance(call.account().accountId(), call.account().plan()));
    }

    public Answer setLimits(Call call) {
        var asked = call.body(SetLimits.class);
        var plan = asked.plan() == null ? call.account().plan() : plan(asked.plan());
        if (asked.callsPerMinute() != null && asked.callsPerMinute() < 1) {
            throw invalid("calls_per_minute", "It should be 1 or more");
        }
        limits.allow(
                call.account().accountId(),
                new RateLimits.Allowance(
                        plan.text(),
                        asked.callsPerMinute() == null ? plan.callsPerMinute() : asked.callsPerMinute(),
                        Map.of(
                                CallKind.TICKET_CREATE, plan.limitOf(CallKind.TICKET_CREATE),
                                CallKind.TICKET_UPDATE, plan.limitOf(CallKind.TICKET_UPDATE),
                                CallKind.TICKET_LIST, plan.limitOf(CallKind.TICKET_LIST),
                                CallKind.CONTACT_LIST, plan.limitOf(CallKind.CONTACT_LIST)),
                        asked.enforced() == null || asked.enforced()));
        return limits(call);
    }

    private static Plan plan(String text) {
        try {
            return Plan.of(text);
        } catch (IllegalArgumentException e) {
            throw invalid("plan", "It should be one of " + List.of(Plan.values()));
        }
    }

    public Answer faults(Call call) {
        return Answer.ok(sandbox.faults.of(call.account().accountId()).stream()
                .map(SandboxApi::view)
                .toList());
    }

    public Answer addFault(Call call) {
        var asked = call.body(CreateFault.class);
        var problems = new Problems();
        boolean answers = asked.kind().equals("answer");
        problems.addIf(
                answers != (asked.status() != null) || answers && (asked.status() < 200 || asked.status() > 599),
                FieldError.invalid("status", "It should be a status from 200 to 599, of an answer alone"));
        problems.addIf(
                asked.delayMillis() != null && (asked.delayMillis() < 0 || asked.delayMillis() > 60_000),
                FieldError.invalid("delay_millis", "It should be from 0 to 60000"));
        problems.addIf(
                asked.share() != null
                        && (asked.share().signum() < 0 || asked.share().compareTo(BigDecimal.ONE) > 0),
                FieldError.invalid("share", "It should be from 0 to 1"));
        problems.addIf(
                asked.times() != null && asked.times() < 1, FieldError.invalid("times", "It should be 1 or more"));
        problems.addIf(
                sandbox.faults.of(call.account().accountId()).size() >= 100,
                FieldError.invalid("kind", "There are 100 faults already"));
        problems.refuse();
        var fault = new Trial.Fault(
                asked.status(),
                asked.retryAfter(),
                asked.delayMillis() == null ? 0 : asked.delayMillis(),
                asked.kind().equals("drop"),
                Boolean.TRUE.equals(asked.afterwards()));
        var planned = sandbox.faults.add(
                call.account().accountId(),
                asked.method(),
                pattern(asked.path()),
                asked.share() == null ? 1 : asked.share().doubleValue(),
                asked.times(),
                asked.seed() == null ? 1 : asked.seed(),
                fault);
        return new Answer.Created(Sandbox.PATH + "/faults", view(planned));
    }

    private static FaultView view(Faults.Planned planned) {
        return new FaultView(
                planned.id(),
                planned.method(),
                planned.path().pattern(),
                planned.share(),
                planned.left() == null ? null : planned.left().get(),
                planned.fault());
    }

    public Answer clearFaults(Call call) {
        sandbox.faults.clear(call.account().accountId());
        return Answer.done();
    }

    public Answer calls(Call call) {
        var asked = call.parameters(Logged.class);
        int limit = asked.limit() == null ? 100 : Math.clamp(asked.limit(), 1, 10_000);
        return Answer.ok(sandbox.calls.list(call.account().accountId(), wanted(asked)).stream()
                .limit(limit)
                .toList());
    }

    public Answer countCalls(Call call) {
        return Answer.ok(sandbox.calls.count(call.account().accountId(), wanted(call.parameters(Logged.class))));
    }

    public Answer clearCalls(Call call) {
        sandbox.calls.clear(call.account().accountId());
        return Answer.done();
    }

    private static Predicate<Trial.Served> wanted(Logged asked) {
        var path = pattern(asked.path());
        return served -> (asked.status() == null || served.status() == asked.status())
                && (asked.method() == null || served.method().equals(asked.method()))
                && path.matcher(served.path()).find();
    }

    private static Pattern pattern(String path) {
        try {
            return Pattern.compile(path == null ? "" : path);
        } catch (PatternSyntaxException e) {
            throw invalid("path", "It should be a regular expression");
        }
    }

    public Answer snapshots(Call call) {
        return Answer.ok(sandbox.snapshots.names(call.account().accountId()));
    }

    public Answer takeSnapshot(Call call) {
        sandbox.snapshots.take(call.account().accountId(), name(call));
        return Answer.done();
    }

    public Answer reset(Call call) {
        sandbox.snapshots.restore(call.account().accountId(), name(call));
        return Answer.done();
    }

    private static String name(Call call) {
        var name = call.body(Named.class).name();
        if (name == null) return "default";
        if (!NAME.matcher(name).matches()) throw invalid("name", "It should have up to 30 of a-z, 0-9 and _");
        return name;
    }

    private static Refusal invalid(String field, String message) {
        return new Refusal.Invalid(FieldError.invalid(field, message));
    }
}
