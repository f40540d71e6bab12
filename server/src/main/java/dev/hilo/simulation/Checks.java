package dev.hilo.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.Account;
import dev.hilo.accounts.Caller;
import dev.hilo.answers.draft.Configuration;
import dev.hilo.answers.draft.Decider;
import dev.hilo.answers.draft.Passages;
import dev.hilo.api.FieldError;
import dev.hilo.api.Json;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.web.Page;
import dev.hilo.web.Paging;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Saved questions with what must hold of their answers. Looking at them writes nothing. */
public final class Checks {

    /** As it is listed. */
    public record Saved(long id, SimulationCheck expected) {}

    private final Database database;
    private final Passages knowledge;
    private final BiFunction<Account, String, Configuration> configurations;
    private final Clock clock;

    public Checks(
            Database database,
            Passages knowledge,
            BiFunction<Account, String, Configuration> configurations,
            Clock clock) {
        this.database = database;
        this.knowledge = knowledge;
        this.configurations = configurations;
        this.clock = clock;
    }

    Saved save(Caller caller, SimulationCheck check) {
        return database.write(h -> {
            var store = h.attach(CheckStore.class);
            if (store.count(caller.accountId()) >= SimulationCheck.MOST) {
                throw new Refusal.Invalid(FieldError.invalid("name", "There are " + SimulationCheck.MOST + " already"));
            }
            var json = Json.MAPPER.<JsonNode>valueToTree(check);
            return new Saved(store.insert(caller.accountId(), json, caller.agentId(), clock.instant()), check);
        });
    }

    Page<Saved> list(Caller caller, Paging paging) {
        var rows = database.read(
                h -> h.attach(CheckStore.class).page(caller.accountId(), paging.limit(), paging.offset()));
        return Page.of(rows, paging).map(Checks::saved);
    }

    void delete(Caller caller, long id) {
        database.run(h -> {
            if (h.attach(CheckStore.class).delete(caller.accountId(), id) == 0) throw new Refusal.NotFound();
        });
    }

    /** All that are saved. */
    public List<SimulationCheck.Result> run(Account account) {
        var rows = database.read(h -> h.attach(CheckStore.class).page(account.accountId(), SimulationCheck.MOST, 0));
        return results(account, rows.stream().map(Checks::saved).toList());
    }

    /** Those of a file. */
    public List<SimulationCheck.Result> run(Account account, List<SimulationCheck> checks) {
        return results(account, checks.stream().map(c -> new Saved(0, c)).toList());
    }

    private List<SimulationCheck.Result> results(Account account, List<Saved> checks) {
        if (!checks.isEmpty()) knowledge.prepare(account.accountId(), () -> false);
        var results = new ArrayList<SimulationCheck.Result>();
        for (var check : checks) results.add(result(account, check));
        return results;
    }

    private SimulationCheck.Result result(Account account, Saved check) {
        var ticket = check.expected.ticket(account.accountId(), clock.instant());
        var own = configurations.apply(account, ticket.language());
        double gate = check.expected.gate() == null ? Configuration.USUAL_GATE : check.expected.gate();
        var gated = new Configuration(
                own.house(), own.signer(), own.voice(), gate, own.audience(), own.model(), own.similarity());
        return check.expected.result(check.id == 0 ? null : check.id, new Decider().decide(ticket, knowledge, gated));
    }

    private static Saved saved(CheckStore.Row row) {
        return new Saved(row.id(), Simulations.read(row.expected(), SimulationCheck.class));
    }
}
