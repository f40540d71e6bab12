package dev.hilo.tickets;

import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Sight;
import dev.hilo.api.Attachment;
import dev.hilo.api.FieldError;
import dev.hilo.api.TicketSummary;
import dev.hilo.api.WriteTicketSummary;
import dev.hilo.attachments.Attachments;
import dev.hilo.attachments.Owner;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.html.Html;
import dev.hilo.web.Address;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The one text that agents keep of a ticket. */
public final class Summaries {

    /** A summary as it lies in the table. */
    public record Row(
            long id,
            long ticketId,
            long userId,
            String body,
            String bodyText,
            Instant lastEditedAt,
            Long lastEditedUserId,
            Instant createdAt,
            Instant updatedAt) {

        TicketSummary view(List<Attachment> files) {
            return new TicketSummary(
                    body,
                    bodyText,
                    id,
                    userId,
                    ticketId,
                    createdAt,
                    updatedAt,
                    files,
                    lastEditedAt,
                    lastEditedUserId,
                    List.of());
        }
    }

    interface Store {
        @SqlQuery("""
                select id, ticket_id, user_id, body, body_text, last_edited_at, last_edited_user_id, created_at,
                       updated_at
                from ticket_summaries
                where account_id = :accountId and ticket_id = :ticketId
                """)
        @RegisterConstructorMapper(Row.class)
        Optional<Row> find(long accountId, long ticketId);

        @SqlUpdate("""
                insert into ticket_summaries
                  (account_id, ticket_id, user_id, body, body_text, created_at, updated_at)
                values (:accountId, :ticketId, :agentId, :html, :text, :now, :now)
                on conflict (account_id, ticket_id) do update
                set body = excluded.body, body_text = excluded.body_text, last_edited_at = :now,
                    last_edited_user_id = :agentId, updated_at = :now
                """)
        void write(long accountId, long ticketId, long agentId, String html, String text, Instant now);

        @SqlUpdate("delete from ticket_summaries where account_id = :accountId and ticket_id = :ticketId")
        void delete(long accountId, long ticketId);
    }

    private final Database database;
    private final Attachments attachments;
    private final Clock clock;

    public Summaries(Database database, Attachments attachments, Clock clock) {
        this.database = database;
        this.attachments = attachments;
        this.clock = clock;
    }

    public TicketSummary view(Caller caller, Address address, long ticketId) {
        return database.read(handle -> {
            handle.attach(TicketStore.class)
                    .find(Sight.of(caller), ticketId)
                    .filter(ticket -> !ticket.archived())
                    .orElseThrow(Refusal.NotFound::new);
            return view(handle, caller, address, require(handle, caller, ticketId));
        });
    }

    public TicketSummary write(Caller caller, Address address, long ticketId, WriteTicketSummary asked) {
        if (asked.body().isBlank()) throw new Refusal.Invalid(FieldError.missing("body", "String"));
        String html = Html.clean(asked.body());
        var now = clock.instant();
        long accountId = caller.accountId();
        try (var staged = attachments.stage(accountId, asked.attachments())) {
            return database.write(handle -> {
                Tickets.lockOpen(handle, caller, ticketId);
                var store = handle.attach(Store.class);
                store.write(accountId, ticketId, caller.agentId(), html, Html.toText(html), now);
                var row = require(handle, caller, ticketId);
                attachments.attach(handle, accountId, Owner.SUMMARY, row.id(), ticketId, staged, now, address);
                return view(handle, caller, address, row);
            });
        }
    }

    public void delete(Caller caller, long ticketId) {
        database.run(handle -> {
            Tickets.lockOpen(handle, caller, ticketId);
            var row = require(handle, caller, ticketId);
            attachments.delete(handle, caller.accountId(), Owner.SUMMARY, List.of(row.id()));
            handle.attach(Store.class).delete(caller.accountId(), ticketId);
        });
    }

    private static Row require(Handle handle, Caller caller, long ticketId) {
        return handle.attach(Store.class).find(caller.accountId(), ticketId).orElseThrow(Refusal.NotFound::new);
    }

    private TicketSummary view(Handle handle, Caller caller, Address address, Row row) {
        return row.view(attachments.of(handle, caller.accountId(), Owner.SUMMARY, row.id(), address));
    }
}
