package dev.hilo.calendars;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hilo.accounts.Caller;
import dev.hilo.accounts.NewAccount;
import dev.hilo.api.BusinessHour;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.web.Page;
import dev.hilo.web.Paging;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The working hours of an account. */
public final class Calendars {

    private static final List<String> WORKING_DAYS = List.of("monday", "tuesday", "wednesday", "thursday", "friday");

    private final Database database;

    public Calendars(Database database) {
        this.database = database;
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
