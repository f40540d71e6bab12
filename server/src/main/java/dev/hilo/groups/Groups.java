package dev.hilo.groups;

import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Callers;
import dev.hilo.api.ChangeGroupAgents;
import dev.hilo.api.FieldError;
import dev.hilo.api.GroupAgent;
import dev.hilo.api.Patch;
import dev.hilo.attachments.Attachments;
import dev.hilo.calendars.Calendars;
import dev.hilo.db.Clash;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.web.Address;
import dev.hilo.web.Page;
import dev.hilo.web.Paging;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** The teams of an account. */
public final class Groups {

    private final Database database;
    private final Clock clock;
    private final Callers callers;
    private final Calendars calendars;
    private final Attachments attachments;

    public Groups(Database database, Clock clock, Callers callers, Calendars calendars, Attachments attachments) {
        this.database = database;
        this.clock = clock;
        this.callers = callers;
        this.calendars = calendars;
        this.attachments = attachments;
    }

    Page<GroupRow> list(Caller caller, Paging paging) {
        return Page.of(database.read(h -> store(h).list(caller.accountId(), paging.limit(), paging.offset())), paging);
    }

    GroupRow require(Caller caller, long id) {
        return database.read(h -> store(h).find(caller.accountId(), id)).orElseThrow(Refusal.NotFound::new);
    }

    /** @param address for the links of the pictures */
    Page<GroupAgent> members(Caller caller, long id, Paging paging, Address address) {
        require(caller, id);
        return database.read(h -> {
            var rows = store(h).members(caller.accountId(), id, paging.limit(), paging.offset());
            var ids = rows.stream().map(GroupStore.Member::id).toList();
            var avatars = attachments.avatars(h, caller.accountId(), ids, address);
            return Page.of(rows, paging).map(member -> member.wire(avatars.get(member.id())));
        });
    }

    /** @param calendarField what the caller calls the business hours */
    GroupRow create(Caller caller, GroupFields asked, List<Long> agentIds, String calendarField) {
        long accountId = caller.accountId();
        var members = distinct(agentIds);
        long id = unlessNameIsTaken(() -> database.write(h -> {
            var store = store(h);
            var fields = withDefaultCalendar(store, accountId, asked);
            new GroupRules(store, accountId).check(fields, members, calendarField);
            long created = store.insert(accountId, fields, clock.instant());
            store.addAgents(accountId, created, members);
            return created;
        }));
        forget(caller.accountId());
        return require(caller, id);
    }

    /** Nothing is touched, the time of change included, when the group is already as asked. */
    GroupRow update(
            Caller caller,
            long id,
            UnaryOperator<GroupFields> change,
            Patch<List<Long>> agentIds,
            String calendarField) {
        long accountId = caller.accountId();
        unlessNameIsTaken(() -> database.write(h -> {
            var store = store(h);
            var now = store.findForUpdate(accountId, id).orElseThrow(Refusal.NotFound::new);
            var fields = change.apply(now.fields());
            var members = agentIds.isPresent() ? distinct(agentIds.value()) : now.agentIds();
            new GroupRules(store, accountId).check(fields, members, calendarField);
            if (fields.equals(now.fields()) && members.equals(now.agentIds())) return null;
            store.update(accountId, id, fields, clock.instant());
            store.keepAgents(accountId, id, members);
            store.addAgents(accountId, id, members);
            return null;
        }));
        forget(caller.accountId());
        return require(caller, id);
    }

    void changeAgents(Caller caller, long id, ChangeGroupAgents asked) {
        var joining = new TreeSet<Long>();
        var leaving = new TreeSet<Long>();
        for (var member : asked.agents()) {
            (Boolean.TRUE.equals(member.deleted()) ? leaving : joining).add(member.id());
        }
        database.run(h -> {
            var store = store(h);
            store.findForUpdate(caller.accountId(), id).orElseThrow(Refusal.NotFound::new);
            new GroupRules(store, caller.accountId()).checkMembers(List.copyOf(joining));
            store.removeAgents(caller.accountId(), id, List.copyOf(leaving));
            store.addAgents(caller.accountId(), id, List.copyOf(joining));
        });
        forget(caller.accountId());
    }

    void delete(Caller caller, long id) {
        database.run(h -> {
            store(h).deleteContributions(caller.accountId(), id);
            if (store(h).delete(caller.accountId(), id) == 0) throw new Refusal.NotFound();
        });
        forget(caller.accountId());
    }

    /** What this node believes about agents and their groups, and about groups and their working hours. */
    private void forget(long accountId) {
        callers.forget();
        calendars.forget(accountId);
    }

    private static GroupFields withDefaultCalendar(GroupStore store, long accountId, GroupFields asked) {
        if (asked.businessHourId() != null) return asked;
        return new GroupFields(
                asked.name(),
                asked.description(),
                asked.escalateTo(),
                asked.unassignedFor(),
                store.defaultCalendar(accountId).orElse(null),
                asked.groupType(),
                asked.autoTicketAssign(),
                asked.cappingLimit(),
                asked.allowAgentsToChangeAvailability());
    }

    private static <T> T unlessNameIsTaken(Clash.Work<T> work) {
        return Clash.guard("groups_name", () -> new Refusal.Duplicate(FieldError.duplicate("name")), work);
    }

    private static List<Long> distinct(List<Long> ids) {
        return ids == null ? List.of() : List.copyOf(new TreeSet<>(ids));
    }

    private static GroupStore store(Handle handle) {
        return handle.attach(GroupStore.class);
    }
}
