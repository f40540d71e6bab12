package dev.hilo.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.Account;
import dev.hilo.answers.draft.Configuration;
import dev.hilo.answers.draft.Passages;
import dev.hilo.answers.draft.Similarity;
import dev.hilo.api.Json;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.jobs.JobContext;
import dev.hilo.jobs.JobWork;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Replays the tickets of a simulation. What has been replayed is kept batch by batch, so a run that was interrupted goes on
 * with the next ticket.
 */
public final class RunSimulation implements JobWork {

    public static final String KIND = "simulation";
    private static final int BATCH = 40;
    private static final int MOST_THREADS = 4;

    private final Database database;
    private final Passages knowledge;
    private final Similarity similarity;
    private final BiFunction<Account, String, Configuration> configurations;
    private final Clock clock;

    /** @param configurations of an account and a language, with an open gate */
    public RunSimulation(
            Database database,
            Passages knowledge,
            Similarity similarity,
            BiFunction<Account, String, Configuration> configurations,
            Clock clock) {
        this.database = database;
        this.knowledge = knowledge;
        this.similarity = similarity;
        this.configurations = configurations;
        this.clock = clock;
    }

    @Override
    public JsonNode run(JobContext job) throws Exception {
        long id = job.request().get("simulation_id").asLong();
        run(job.account(), id, done -> job.stopIfAsked());
        return Json.MAPPER.createObjectNode().put("simulation_id", id);
    }

    /** @param progress told how many tickets have been replayed, after each batch */
    public void run(Account account, long id, IntConsumer progress) throws InterruptedException, ExecutionException {
        knowledge.prepare(account.accountId(), () -> false);
        knowledge.prepare(account.accountId(), () -> !isRunning(database.read(h -> find(h, account, id))));
        var candidate = candidate(account, id);
        var replay = new Replay(OnlySome.of(knowledge, candidate), new Judge(similarity));
        int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            do {
                var row = database.read(h -> find(h, account, id));
                if (!isRunning(row)) return;
                progress.accept(row.replayed());
            } while (batch(pool, replay, candidate, account, id));
        }
        if (isShadow(account, id)) return;
        database.run(h -> h.attach(SimulationStore.class).finish(account.accountId(), id, "DONE", clock.instant()));
    }

    private Candidate candidate(Account account, long id) {
        var row = database.read(h -> find(h, account, id));
        return row == null
                ? null
                : Simulations.read(row.plan(), SimulationPlan.class).candidate();
    }

    /** A shadow ends only when somebody stops it. */
    private boolean isShadow(Account account, long id) {
        var row = database.read(h -> find(h, account, id));
        return row != null && Simulations.read(row.plan(), SimulationPlan.class).shadowOf() != null;
    }

    private Configuration configuration(Account account, PastTicket ticket, Candidate candidate) {
        var own = configurations.apply(account, ticket.language());
        if (candidate == null || !candidate.isByWords()) return own;
        return new Configuration(
                own.house(), own.signer(), own.voice(), own.gate(), own.audience(), own.model(), Similarity.NONE);
    }

    private static boolean isRunning(SimulationStore.Row row) {
        return row != null && row.state().equals("RUNNING");
    }

    private static SimulationStore.Row find(Handle handle, Account account, long id) {
        try {
            return Simulations.find(handle, account.accountId(), id);
        } catch (Refusal.NotFound deleted) {
            return null;
        }
    }

    private boolean batch(ExecutorService pool, Replay replay, Candidate candidate, Account account, long id)
            throws InterruptedException, ExecutionException {
        var pending = database.read(h -> h.attach(SimulationStore.class).pending(account.accountId(), id, BATCH));
        if (pending.isEmpty()) return false;
        var numbers = pending.stream()
                .collect(Collectors.toMap(SimulationStore.Pending::ticketId, SimulationStore.Pending::number));
        var tickets = database.read(
                h -> h.attach(PastTicketStore.class).tickets(account.accountId(), List.copyOf(numbers.keySet())));
        var tasks = tickets.stream()
                .map(ticket -> pool.submit(() -> replay.of(ticket, configuration(account, ticket, candidate))))
                .toList();
        var done = new ArrayList<Replayed>();
        for (var task : tasks) done.add(task.get());
        keep(account, id, numbers, tickets, done);
        return true;
    }

    private void keep(
            Account account, long id, Map<Long, Integer> numbers, List<PastTicket> tickets, List<Replayed> done) {
        var gone = new ArrayList<>(numbers.keySet());
        tickets.forEach(ticket -> gone.remove(ticket.id()));
        database.run(h -> {
            var store = h.attach(SimulationStore.class);
            store.replayed(
                    account.accountId(),
                    id,
                    tickets.stream().map(t -> numbers.get(t.id())).toList(),
                    tickets.stream().map(PastTicket::asOf).toList(),
                    done.stream().map(r -> Json.MAPPER.<JsonNode>valueToTree(r)).toList());
            store.drop(account.accountId(), id, gone);
            double cost = done.stream().mapToDouble(r -> r.decision().cost()).sum();
            if (cost > 0) store.spend(account.accountId(), id, cost);
        });
    }
}
