package dev.hilo.simulation;

import dev.hilo.accounts.Account;
import dev.hilo.accounts.Accounts;
import dev.hilo.accounts.Caller;
import dev.hilo.api.FieldError;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Topics in the shadow: every ticket that people answer is replayed as it was before they did, the draft is kept, and nobody
 * sees it. What a report forecast is held against what came.
 */
public final class Shadows {

    /**
     * @param forecast what the report said of the topic at the shadow's gate; null when it had no such ticket
     * @param outcome of the tickets answered since
     * @param isOff whether the share that would have gone out wrong lies above the forecast's interval, for sure
     */
    public record Shadow(
            SimulationView simulation, String topic, Report.Rates forecast, Report.Rates outcome, boolean isOff) {}

    private static final Logger LOG = LoggerFactory.getLogger(Shadows.class);
    private static final int BATCH = 200;
    private static final int MOST = 50;

    private final Database database;
    private final Accounts accounts;
    private final Simulations simulations;
    private final RunSimulation run;

    public Shadows(Database database, Accounts accounts, Simulations simulations, RunSimulation run) {
        this.database = database;
        this.accounts = accounts;
        this.simulations = simulations;
        this.run = run;
    }

    SimulationView start(Caller caller, long id, String topic, Double gate) {
        double usual = simulations.view(caller, id).plan().gate();
        if (topic == null || !simulations.topics(caller).contains(topic)) {
            throw new Refusal.Invalid(FieldError.invalid("topic", "It should be the type of a ticket"));
        }
        var there = database.read(h -> h.attach(SimulationStore.class).shadows(caller.accountId(), null, true));
        if (there.size() >= MOST) {
            throw new Refusal.Invalid(FieldError.invalid("topic", "There are " + MOST + " shadows already"));
        }
        return simulations.view(caller, simulations.shadow(caller, id, topic, gate == null ? usual : gate));
    }

    List<Shadow> of(long accountId, long id) {
        simulations.view(accountId, id);
        var rows = database.read(h -> h.attach(SimulationStore.class).shadows(accountId, id, false));
        return rows.stream().map(row -> shadow(accountId, id, row.id())).toList();
    }

    private Shadow shadow(long accountId, long of, long id) {
        var report = simulations.report(accountId, id, null);
        String topic = report.simulation().plan().topic();
        var forecast = simulations.report(accountId, of, report.gate()).byTopic().stream()
                .filter(rates -> rates.name().equals(topic))
                .findFirst()
                .orElse(null);
        return new Shadow(report.simulation(), topic, forecast, report.overall(), isOff(forecast, report.overall()));
    }

    private static boolean isOff(Report.Rates forecast, Report.Rates outcome) {
        if (forecast == null
                || forecast.wrongOut().high() == null
                || outcome.wrongOut().low() == null) return false;
        return outcome.wrongOut().low() > forecast.wrongOut().high();
    }

    /** Replays what people have answered since the last time, in every account. */
    public void runAll() {
        for (var account : accounts.list()) {
            for (var row :
                    database.read(h -> h.attach(SimulationStore.class).shadows(account.accountId(), null, true))) {
                try {
                    follow(account, row);
                } catch (RuntimeException | ExecutionException e) {
                    LOG.warn("The shadow {} could not be followed", row.id(), e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private void follow(Account account, SimulationStore.Row row) throws InterruptedException, ExecutionException {
        var plan = Simulations.read(row.plan(), SimulationPlan.class);
        long id = row.id();
        int added = database.write(h -> {
            var answered = h.attach(PastTicketStore.class)
                    .answeredSince(account.accountId(), id, plan.topic(), row.createdAt(), BATCH);
            if (answered.isEmpty()) return 0;
            var store = h.attach(SimulationStore.class);
            int appended = store.append(account.accountId(), id, answered);
            store.count(account.accountId(), id);
            return appended;
        });
        if (added > 0) run.run(account, id, done -> {});
    }
}
