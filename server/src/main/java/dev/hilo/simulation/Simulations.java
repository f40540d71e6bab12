package dev.hilo.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.Caller;
import dev.hilo.answers.draft.Configuration;
import dev.hilo.api.FieldError;
import dev.hilo.api.Json;
import dev.hilo.db.Database;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import dev.hilo.jobs.ApiJobs;
import dev.hilo.web.Page;
import dev.hilo.web.Paging;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jdbi.v3.core.Handle;

/** Runs of the agent over past tickets, what people mark of them, and the figures that come of both. */
public final class Simulations {

    /** What is asked for; see {@link SimulationPlan}. @param sameAs a run whose tickets are to be taken */
    public record Asked(
            String name,
            Integer last,
            Instant since,
            String topic,
            String language,
            String sample,
            Double gate,
            Long seed,
            Candidate candidate,
            Long sameAs) {

        public static Asked of(String name) {
            return new Asked(name, null, null, null, null, null, null, null, null, null);
        }
    }

    private static final int MOST_ELIGIBLE = 100_000;
    private static final int USUAL = 1_000;

    private final Database database;
    private final ApiJobs jobs;
    private final Clock clock;

    public Simulations(Database database, ApiJobs jobs, Clock clock) {
        this.database = database;
        this.jobs = jobs;
        this.clock = clock;
    }

    SimulationView create(Caller caller, Asked asked, String jobId) {
        var plan = plan(asked);
        return database.write(handle -> {
            long id = draw(handle, caller.accountId(), caller.agentId(), asked, plan);
            jobs.start(handle, caller, RunSimulation.KIND, Map.of("simulation_id", id), jobId);
            return view(find(handle, caller.accountId(), id));
        });
    }

    /** The same for a command, which replays the tickets itself. */
    public long draw(long accountId, Asked asked) {
        var plan = plan(asked);
        return database.write(handle -> draw(handle, accountId, null, asked, plan));
    }

    /** A run over the tickets of a bundle, in its order. */
    public long again(long accountId, Bundle bundle) {
        var tickets = bundle.cases().stream().map(SimulationCase::ticketId).toList();
        return database.write(handle -> keep(handle, accountId, null, "again", bundle.plan(), tickets));
    }

    private static SimulationPlan plan(Asked asked) {
        var problems = new Problems();
        int last = asked.last() == null ? USUAL : asked.last();
        var candidate = asked.candidate();
        double usual = candidate == null || candidate.gate() == null ? Configuration.USUAL_GATE : candidate.gate();
        double gate = asked.gate() == null ? usual : asked.gate();
        var sample = asked.sample() == null ? SimulationPlan.NEWEST : asked.sample();
        problems.addIf(
                last < 1 || last > SimulationPlan.MOST,
                FieldError.invalid("last", "It should be from 1 to " + SimulationPlan.MOST));
        problems.addIf(
                asked.gate() != null && !(gate >= 0 && gate <= 1),
                FieldError.invalid("gate", "It should be from 0 to 1"));
        problems.addIf(
                candidate != null && !candidate.isPossible(),
                FieldError.invalid("candidate", "It should have a gate from 0 to 1 and at most 20 kinds"));
        problems.addIf(
                !List.of(SimulationPlan.NEWEST, SimulationPlan.STRATIFIED).contains(sample),
                FieldError.invalid("sample", "It should be one of these values: 'last,stratified'"));
        problems.addIf(
                asked.language() != null && !asked.language().matches("[a-z]{2}(-[A-Za-z]{2})?"),
                FieldError.invalid("language", "It should be a language code, such as en or es"));
        problems.refuse();
        long seed = asked.seed() == null ? 1 : asked.seed();
        return new SimulationPlan(
                last, asked.since(), asked.topic(), asked.language(), sample, gate, seed, candidate, null);
    }

    private long draw(Handle handle, long accountId, Long agentId, Asked asked, SimulationPlan plan) {
        String name = asked.name() == null ? "" : asked.name();
        if (asked.sameAs() != null) {
            find(handle, accountId, asked.sameAs());
            var tickets = handle.attach(SimulationStore.class).tickets(accountId, asked.sameAs());
            return keep(handle, accountId, agentId, name, plan, tickets);
        }
        int limit = plan.sample().equals(SimulationPlan.NEWEST) ? plan.last() : MOST_ELIGIBLE;
        var eligible = handle.attach(PastTicketStore.class)
                .eligible(accountId, plan.since(), plan.topic(), plan.language(), limit);
        if (eligible.isEmpty()) {
            throw new Refusal.Invalid(FieldError.invalid("last", "No past ticket with an answer fits"));
        }
        var drawn = new ArrayList<>(spread(eligible, plan.last()));
        Collections.shuffle(drawn, new Random(plan.seed()));
        return keep(
                handle,
                accountId,
                agentId,
                name,
                plan,
                drawn.stream().map(PastTicketStore.Eligible::id).toList());
    }

    /** A run without tickets yet: those of the topic that people answer from now on come to it. */
    long shadow(Caller caller, long id, String topic, double gate) {
        return database.write(handle -> {
            var of = plan(find(handle, caller.accountId(), id));
            var plan = new SimulationPlan(
                    SimulationPlan.MOST,
                    clock.instant(),
                    topic,
                    of.language(),
                    SimulationPlan.NEWEST,
                    gate,
                    of.seed(),
                    of.candidate(),
                    id);
            return keep(handle, caller.accountId(), caller.agentId(), "", plan, List.of());
        });
    }

    private long keep(
            Handle handle, long accountId, Long agentId, String name, SimulationPlan plan, List<Long> tickets) {
        var store = handle.attach(SimulationStore.class);
        var json = Json.MAPPER.<JsonNode>valueToTree(plan);
        long id = store.insert(accountId, agentId, name, json, tickets.size(), clock.instant());
        store.insertCases(accountId, id, tickets);
        return id;
    }

    /** Every so manieth in the order of topic, language and time: each has the share that it has in the account. */
    private static List<PastTicketStore.Eligible> spread(List<PastTicketStore.Eligible> all, int wanted) {
        if (all.size() <= wanted) return all;
        var sorted = all.stream()
                .sorted(Comparator.comparing(PastTicketStore.Eligible::topic)
                        .thenComparing(PastTicketStore.Eligible::language)
                        .thenComparing(PastTicketStore.Eligible::answeredAt)
                        .thenComparing(PastTicketStore.Eligible::id))
                .toList();
        var drawn = new ArrayList<PastTicketStore.Eligible>();
        for (int i = 0; i < wanted; i++) drawn.add(sorted.get((int) ((long) i * sorted.size() / wanted)));
        return drawn;
    }

    Page<SimulationView> list(Caller caller, Paging paging) {
        var rows = database.read(
                h -> h.attach(SimulationStore.class).list(caller.accountId(), paging.limit(), paging.offset()));
        return Page.of(rows, paging).map(Simulations::view);
    }

    SimulationView view(Caller caller, long id) {
        return view(caller.accountId(), id);
    }

    public SimulationView view(long accountId, long id) {
        return database.read(handle -> view(find(handle, accountId, id)));
    }

    SimulationView cancel(Caller caller, long id) {
        return database.write(handle -> {
            find(handle, caller.accountId(), id);
            handle.attach(SimulationStore.class).finish(caller.accountId(), id, "CANCELLED", clock.instant());
            return view(find(handle, caller.accountId(), id));
        });
    }

    void delete(Caller caller, long id) {
        database.run(handle -> {
            if (handle.attach(SimulationStore.class).delete(caller.accountId(), id) == 0) throw new Refusal.NotFound();
        });
    }

    Page<SimulationCase> cases(Caller caller, long id, Paging paging) {
        var rows = database.read(handle -> {
            find(handle, caller.accountId(), id);
            return handle.attach(SimulationStore.class).page(caller.accountId(), id, paging.limit(), paging.offset());
        });
        return Page.of(rows, paging).map(SimulationCase::of);
    }

    /** The next drafts that a person should mark, in the order that keeps the marked ones a random sample. */
    List<SimulationCase> toMark(Caller caller, long id, int limit) {
        var rows = database.read(handle -> {
            find(handle, caller.accountId(), id);
            return handle.attach(SimulationStore.class).unmarked(caller.accountId(), id, limit);
        });
        return rows.stream().map(SimulationCase::of).toList();
    }

    /** Null when there is none. */
    SimulationCase one(Caller caller, long id, int number) {
        return database.read(h -> h.attach(SimulationStore.class).one(caller.accountId(), id, number))
                .map(SimulationCase::of)
                .orElse(null);
    }

    List<String> topics(Caller caller) {
        return database.read(h -> h.attach(PastTicketStore.class).topics(caller.accountId()));
    }

    List<String> languages(Caller caller) {
        return database.read(h -> h.attach(PastTicketStore.class).languages(caller.accountId()));
    }

    void mark(Caller caller, long id, int number, Mark mark, Boolean knowledgeExisted, String reason) {
        database.run(handle -> {
            int marked = handle.attach(SimulationStore.class)
                    .mark(
                            caller.accountId(),
                            id,
                            number,
                            mark == null ? null : mark.name(),
                            knowledgeExisted,
                            reason,
                            caller.agentId(),
                            clock.instant());
            if (marked == 0) throw new Refusal.NotFound();
        });
    }

    /** The figures; of a run that is not at its end, those of what it has replayed so far. */
    public Report report(long accountId, long id, Double gate) {
        var row = database.read(handle -> find(handle, accountId, id));
        return Report.of(view(row), all(accountId, id), gate == null ? plan(row).gate() : gate);
    }

    /** What the report rests on. */
    public Bundle bundle(long accountId, long id, Double gate) {
        var row = database.read(handle -> find(handle, accountId, id));
        var cases = all(accountId, id);
        return Bundle.of(Report.of(view(row), cases, gate == null ? plan(row).gate() : gate), cases);
    }

    /** Each at its own gate. */
    public Comparison compare(long accountId, long first, long second) {
        return Comparison.of(
                report(accountId, first, null), all(accountId, first),
                report(accountId, second, null), all(accountId, second));
    }

    /** Puts the marks of a bundle on the cases whose draft has stayed the same. @return how many drafts have not */
    public int carryMarks(long accountId, long id, Bundle bundle) {
        var now = new HashMap<Integer, SimulationCase>();
        for (var c : all(accountId, id)) now.put(c.number(), c);
        int changed = 0;
        for (var was : bundle.cases()) {
            var is = now.get(was.number());
            if (is == null || !is.draft().equals(was.draft())) changed++;
            else if (was.mark() != null || was.knowledgeExisted() != null) carry(accountId, id, was);
        }
        return changed;
    }

    private void carry(long accountId, long id, SimulationCase marked) {
        String mark = marked.mark() == null ? null : marked.mark().name();
        database.run(handle -> handle.attach(SimulationStore.class)
                .mark(
                        accountId,
                        id,
                        marked.number(),
                        mark,
                        marked.knowledgeExisted(),
                        marked.reason(),
                        null,
                        clock.instant()));
    }

    Gate.Point whatIf(Caller caller, long id, Double gate) {
        var row = database.read(handle -> find(handle, caller.accountId(), id));
        return Gate.at(
                Report.gateCases(all(caller.accountId(), id)),
                gate == null ? plan(row).gate() : gate);
    }

    private List<SimulationCase> all(long accountId, long id) {
        var rows = database.read(handle -> handle.attach(SimulationStore.class).all(accountId, id));
        return rows.stream().map(SimulationCase::of).toList();
    }

    static SimulationStore.Row find(Handle handle, long accountId, long id) {
        return handle.attach(SimulationStore.class).find(accountId, id).orElseThrow(Refusal.NotFound::new);
    }

    private static SimulationPlan plan(SimulationStore.Row row) {
        return read(row.plan(), SimulationPlan.class);
    }

    static <T> T read(JsonNode json, Class<T> shape) {
        try {
            return Json.MAPPER.treeToValue(json, shape);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SimulationView view(SimulationStore.Row row) {
        return new SimulationView(
                row.id(),
                row.name(),
                plan(row),
                row.state(),
                row.tickets(),
                row.replayed(),
                row.marked(),
                row.cost(),
                row.createdAt(),
                row.finishedAt());
    }
}
