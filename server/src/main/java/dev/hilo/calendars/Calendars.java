package dev.hilo.calendars;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.hilo.accounts.Caller;
import dev.hilo.accounts.NewAccount;
import dev.hilo.accounts.TimeZones;
import dev.hilo.api.BusinessHour;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.sla.WorkingHours;
import dev.hilo.web.Page;
import dev.hilo.web.Paging;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The working hours of an account. */
public final class Calendars {

    private static final List<String> WORKING_DAYS = List.of("monday", "tuesday", "wednesday", "thursday", "friday");

    private static final Duration FRESH = Duration.ofSeconds(5);

    /** The working hours of an account: its own, and those of the groups that have others. */
    private record Known(WorkingHours account, Map<Long, WorkingHours> groups) {}

    private final Database database;
    private final LoadingCache<Long, Known> known =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(FRESH).build(this::load);

    public Calendars(Database database) {
        this.database = database;
    }

    /** When a group works; the account's own hours for a group without a calendar, and for no group. */
    public WorkingHours hoursOf(long accountId, Long groupId) {
        var hours = known.get(accountId);
        return groupId == null ? hours.account : hours.groups.getOrDefault(groupId, hours.account);
    }

    private Known load(long accountId) {
        return database.read(h -> {
            var store = h.attach(CalendarStore.class);
            var byId = new HashMap<Long, WorkingHours>();
            WorkingHours account = WorkingHours.of(TimeZones.zone("UTC"), JsonNodeFactory.instance.objectNode());
            for (var calendar : store.all(accountId)) {
                byId.put(calendar.id(), WorkingHours.of(TimeZones.zone(calendar.timeZone()), calendar.hours()));
                if (calendar.isDefault()) account = byId.get(calendar.id());
            }
            var groups = new HashMap<Long, WorkingHours>();
            store.ofGroups(accountId).forEach((group, calendar) -> groups.put(group, byId.get(calendar)));
            return new Known(account, groups);
        });
    }

    /** Forgets which calendar a group has, after a change of groups on this node. */
    public void forget(long accountId) {
        known.invalidate(accountId);
    }

    Page<BusinessHour> list(Caller caller, Paging paging) {
        var rows = database.read(
                h -> h.attach(CalendarStore.class).list(caller.accountId(), paging.limit(), paging.offset()));
        return Page.of(rows, paging).map(Calendar::wire);
    }

    BusinessHour require(Caller caller, long id) {
        return database.read(h -> h.attach(CalendarStore.class).find(caller.accountId(), id))
                .orElseThrow(Refusal.NotFound::new)
                .wire();
    }

    /** Monday to Friday, eight to five, in the account's own zone: what Freshdesk founds an account with. */
    public static void found(Handle handle, long accountId, NewAccount account, Instant now) {
        handle.attach(CalendarStore.class)
                .insert(
                        accountId,
                        "General working hours",
                        "The standard working schedule of the support team.",
                        true,
                        account.timeZone(),
                        eightToFive(),
                        now);
    }

    private static JsonNode eightToFive() {
        var hours = JsonNodeFactory.instance.objectNode();
        for (String day : WORKING_DAYS) {
            hours.putArray(day).addObject().put("start_time", "08:00").put("end_time", "17:00");
        }
        return hours;
    }
}
