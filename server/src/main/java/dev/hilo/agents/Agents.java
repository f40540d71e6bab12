package dev.hilo.agents;

import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Callers;
import dev.hilo.api.AgentFound;
import dev.hilo.api.AgentMade;
import dev.hilo.api.AgentView;
import dev.hilo.api.Avatar;
import dev.hilo.api.FieldError;
import dev.hilo.attachments.Attachments;
import dev.hilo.db.Clash;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.roles.DefaultRole;
import dev.hilo.web.Address;
import dev.hilo.web.Page;
import dev.hilo.web.Paging;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Those who answer. */
public final class Agents {

    private static final int MOST_FOUND = 30;

    private final Database database;
    private final Clock clock;
    private final Callers callers;
    private final Attachments attachments;

    public Agents(Database database, Clock clock, Callers callers, Attachments attachments) {
        this.database = database;
        this.clock = clock;
        this.callers = callers;
        this.attachments = attachments;
    }

    Page<AgentRow> list(Caller caller, AgentFilter filter, Paging paging) {
        return Page.of(
                database.read(h -> store(h).list(caller.accountId(), filter, paging.limit(), paging.offset())), paging);
    }

    /** The agent in full. @param address for the link of the picture */
    AgentView view(Caller caller, long id, Address address) {
        var agent = require(caller, id);
        return agent.view(avatars(caller, List.of(id), address).get(id));
    }

    private Map<Long, Avatar> avatars(Caller caller, List<Long> ids, Address address) {
        return database.read(h -> attachments.avatars(h, caller.accountId(), ids, address));
    }

    AgentRow require(Caller caller, long id) {
        return database.read(h -> store(h).find(caller.accountId(), id)).orElseThrow(Refusal.NotFound::new);
    }

    List<AgentFound> autocomplete(Caller caller, String term, Address address) {
        String prefix = term.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
        if (prefix.isEmpty()) return List.of();
        var found = database.read(h -> store(h).autocomplete(caller.accountId(), prefix, MOST_FOUND));
        var avatars = avatars(caller, found.stream().map(AgentStore.Found::id).toList(), address);
        return found.stream()
                .map(agent -> new AgentFound(agent.id(), agent.name(), agent.email(), avatars.get(agent.id())))
                .toList();
    }

    AgentRow create(Caller caller, NewAgent agent) {
        long id = unlessEmailIsTaken(() -> database.write(h -> create(h, caller, agent)));
        return require(caller, id);
    }

    /** Makes an agent of a newcomer, or of the customer who has the e-mail already; returns the id. */
    long create(Handle h, Caller caller, NewAgent agent) {
        var fields = withRoles(h, caller, agent.fields());
        var rules = new AgentRules(store(h), caller);
        rules.checkEmail(agent.person().email());
        rules.checkTimeZone(agent.person().timeZone());
        rules.checkSkills(agent.skillIds());
        rules.check(fields);
        long id = personOf(h.attach(PersonStore.class), caller, agent);
        enrol(h, caller, id, fields);
        return id;
    }

    private long personOf(PersonStore people, Caller caller, NewAgent agent) {
        String email = agent.person().email();
        var known = people.byEmail(caller.accountId(), email).orElse(null);
        boolean taken = known == null ? people.isOtherEmail(caller.accountId(), email) : known.isAgent();
        if (taken) throw new Refusal.Duplicate(FieldError.duplicate("email"));
        if (known == null) {
            var person = agent.personOrDefaults(caller.account());
            return people.insert(caller.accountId(), person, clock.instant());
        }
        people.complete(caller.accountId(), known.id(), agent.person(), clock.instant());
        return known.id();
    }

    /**
     * Makes an agent of a customer, in the caller's transaction.
     *
     * @throws Refusal.InconsistentState when the customer has no e-mail to log in with
     */
    public void promote(Handle h, Caller caller, long contactId, AgentFields asked) {
        var person = h.attach(PersonStore.class)
                .byId(caller.accountId(), contactId)
                .filter(known -> !known.isAgent())
                .orElseThrow(Refusal.NotFound::new);
        if (person.email() == null) {
            throw new Refusal.InconsistentState(
                    "An email should be associated with the contact before converting the contact to an agent.");
        }
        var fields = withRoles(h, caller, asked);
        new AgentRules(store(h), caller).check(fields);
        enrol(h, caller, contactId, fields);
    }

    /** What is told of somebody who was just promoted. */
    public AgentMade made(Caller caller, long id) {
        return require(caller, id).made();
    }

    private void enrol(Handle h, Caller caller, long id, AgentFields fields) {
        store(h).insert(caller.accountId(), id, fields, clock.instant());
        join(h, caller.accountId(), id, fields);
        h.afterCommit(callers::forget);
    }

    private static AgentFields withRoles(Handle h, Caller caller, AgentFields asked) {
        if (asked.roleIds() != null) return asked;
        var role = asked.isCollaborator() ? DefaultRole.TICKET_COLLABORATOR : DefaultRole.AGENT;
        return asked.withRoles(store(h).defaultRole(caller.accountId(), role.title()));
    }

    /** Nothing is touched, the times of change included, when the agent is already as asked. */
    AgentRow update(Caller caller, long id, AgentChange change) {
        unlessEmailIsTaken(() -> database.write(h -> {
            update(h, caller, id, change);
            return null;
        }));
        return require(caller, id);
    }

    private void update(Handle h, Caller caller, long id, AgentChange change) {
        var now = store(h).findForUpdate(caller.accountId(), id).orElseThrow(Refusal.NotFound::new);
        var rules = new AgentRules(store(h), caller);
        rules.requireNotAbove(now);
        var asked = change.applied(now.fields(), rules);
        rules.checkOwn(now, asked);
        rules.check(asked);
        if (!asked.equals(now.fields())) {
            store(h).update(caller.accountId(), id, asked, clock.instant());
            join(h, caller.accountId(), id, asked);
        }
        change.updatePerson(h.attach(PersonStore.class), caller.accountId(), now, clock.instant());
        h.afterCommit(callers::forget);
    }

    private static void join(Handle h, long accountId, long id, AgentFields fields) {
        store(h).keepRoles(accountId, id, fields.roleIds());
        store(h).addRoles(accountId, id, fields.roleIds());
        store(h).keepGroups(accountId, id, fields.groupIds());
        store(h).addGroups(accountId, id, fields.groupIds());
    }

    /** The agent becomes a customer under the same id; the agent's tickets are nobody's. */
    void delete(Caller caller, long id) {
        if (id == caller.agentId()) throw Refusal.Forbidden.role();
        database.run(h -> {
            var agent = store(h).findForUpdate(caller.accountId(), id).orElseThrow(Refusal.NotFound::new);
            new AgentRules(store(h), caller).requireNotAbove(agent);
            store(h).delete(caller.accountId(), id);
            h.attach(PersonStore.class).touch(caller.accountId(), id, clock.instant());
            h.afterCommit(callers::forget);
        });
    }

    private static <T> T unlessEmailIsTaken(Clash.Work<T> work) {
        return Clash.guard("contacts_email", () -> new Refusal.Duplicate(FieldError.duplicate("email")), work);
    }

    private static AgentStore store(Handle handle) {
        return handle.attach(AgentStore.class);
    }
}
