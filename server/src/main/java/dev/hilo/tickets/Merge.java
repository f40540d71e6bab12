package dev.hilo.tickets;

import dev.hilo.accounts.Caller;
import dev.hilo.api.FieldError;
import dev.hilo.api.MergeTickets;
import dev.hilo.conversations.Notes;
import dev.hilo.db.Database;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import dev.hilo.fields.Forms;
import dev.hilo.html.Html;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Makes one ticket of several: the secondary ones are closed, and notes on both sides tell of it (reference §2.9). */
public final class Merge {

    /** What a merge wants to know of a ticket. */
    public record Part(long id, String subject, String description, Long mergedInto) {}

    @RegisterConstructorMapper(Part.class)
    interface Store {
        @SqlQuery("""
                select id, subject, description, merged_into from tickets
                where account_id = :accountId and id = any(:ids)
                order by id
                """)
        List<Part> parts(long accountId, List<Long> ids);

        @SqlUpdate("""
                update tickets
                set status = 5, merged_into = :primaryId,
                    status_updated_at = case when status = 5 then status_updated_at else :now end,
                    resolved_at = case when status in (4, 5) then coalesce(resolved_at, :now) else :now end,
                    closed_at = coalesce(closed_at, :now), pending_since = null,
                    sla_paused_at = case when :stops then coalesce(sla_paused_at, :now) end,
                    updated_at = :now
                where account_id = :accountId and id = any(:ids)
                """)
        void close(long accountId, List<Long> ids, long primaryId, boolean stops, Instant now);

        /** Everyone who wrote or was copied on the others, but the primary's own requester. */
        @SqlUpdate("""
                update tickets p
                set cc_emails = cc_emails || array(select e from unnest(more.emails) e where e <> all (p.cc_emails)),
                    reply_cc_emails =
                      reply_cc_emails || array(select e from unnest(more.emails) e where e <> all (p.reply_cc_emails))
                from (
                  select array_agg(distinct e order by e) as emails
                  from tickets s
                  join contacts c on c.account_id = s.account_id and c.id = s.requester_id
                  cross join unnest(c.email || s.cc_emails || s.reply_cc_emails) e
                  where s.account_id = :accountId and s.id = any(:ids) and e is not null
                    and e is distinct from (
                      select r.email from tickets t
                      join contacts r on r.account_id = t.account_id and r.id = t.requester_id
                      where t.account_id = :accountId and t.id = :primaryId)) more
                where p.account_id = :accountId and p.id = :primaryId and more.emails is not null
                """)
        void copyPeople(long accountId, long primaryId, List<Long> ids);
    }

    private final Database database;
    private final Forms forms;
    private final Clock clock;

    public Merge(Database database, Forms forms, Clock clock) {
        this.database = database;
        this.forms = forms;
        this.clock = clock;
    }

    public void merge(Caller caller, MergeTickets asked) {
        var problems = new Problems();
        check("note_in_primary.body", asked.noteInPrimary(), problems);
        check("note_in_secondary.body", asked.noteInSecondary(), problems);
        problems.refuse();
        boolean stops = forms.ofTickets(caller.accountId()).stopsSlaTimer(Status.CLOSED);
        var now = clock.instant();
        database.run(handle -> {
            long accountId = caller.accountId();
            var parts = lock(handle, caller, asked);
            var secondary = parts.stream()
                    .filter(part -> part.id() != asked.primaryId())
                    .toList();
            var ids = secondary.stream().map(Part::id).toList();
            var store = handle.attach(Store.class);
            store.close(accountId, ids, asked.primaryId(), stops, now);
            if (Boolean.TRUE.equals(asked.convertRecepientsToCc())) {
                store.copyPeople(accountId, asked.primaryId(), ids);
            }
            note(handle, caller, List.of(asked.primaryId()), asked.noteInPrimary(), told(secondary), now);
            note(handle, caller, ids, asked.noteInSecondary(), closed(asked.primaryId()), now);
        });
    }

    private static void check(String field, MergeTickets.Note note, Problems problems) {
        if (note != null) TicketRules.required(field, note.body(), problems);
    }

    private static List<Part> lock(Handle handle, Caller caller, MergeTickets asked) {
        var ids = new ArrayList<>(new LinkedHashSet<>(asked.ticketIds()));
        if (ids.isEmpty()) throw new Refusal.Invalid(FieldError.missing("ticket_ids", "Array"));
        if (ids.contains(asked.primaryId())) {
            throw new Refusal.Invalid(FieldError.invalid("ticket_ids", "It should not contain the primary_id"));
        }
        ids.add(asked.primaryId());
        var there = TicketIds.lock(handle, caller, ids);
        if (!there.contains(asked.primaryId())) {
            throw new Refusal.Invalid(FieldError.unknown("primary_id", "ticket"));
        }
        TicketIds.check("ticket_ids", ids, there);
        var parts = handle.attach(Store.class).parts(caller.accountId(), ids);
        requireUnmerged(parts, asked.primaryId());
        return parts;
    }

    private static void requireUnmerged(List<Part> parts, long primaryId) {
        for (var part : parts) {
            if (part.mergedInto() == null) continue;
            String field = part.id() == primaryId ? "primary_id" : "ticket_ids";
            throw new Refusal.Invalid(FieldError.invalid(
                    field, "Ticket " + part.id() + " has been merged into ticket " + part.mergedInto()));
        }
    }

    private static void note(
            Handle handle, Caller caller, List<Long> ids, MergeTickets.Note asked, String otherwise, Instant now) {
        boolean isPrivate = asked == null || !Boolean.FALSE.equals(asked.isPrivate());
        Notes.add(handle, caller, ids, asked == null ? otherwise : asked.body(), isPrivate, now);
    }

    private static String told(List<Part> merged) {
        return merged.stream()
                .map(part -> "<div>Ticket " + part.id() + " has been merged into this ticket.</div><div>Subject: "
                        + Html.escape(part.subject()) + "</div>" + part.description())
                .collect(Collectors.joining());
    }

    private static String closed(long primaryId) {
        return "<div>This ticket is closed and merged into ticket " + primaryId + ".</div>";
    }
}
