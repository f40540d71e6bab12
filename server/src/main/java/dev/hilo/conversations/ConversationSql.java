package dev.hilo.conversations;

import dev.hilo.accounts.Sight;
import dev.hilo.api.Conversation;
import dev.hilo.db.PreparedSql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The busiest statements there are, run on bare connections; {@link ConversationStore} has the others. */
public final class ConversationSql {

    /**
     * One row without an entry for a ticket that has none, and no row for a ticket that is not there or not to be seen.
     */
    public static final String LIST = """
            select c.*
            from tickets t
            left join lateral (
              select
            """ + ConversationRow.COLUMNS + """
              from conversations c
              where c.account_id = t.account_id and c.ticket_id = t.id and not c.deleted
              order by c.created_at, c.id
              limit :limit offset :offset) c on true
            where t.account_id = :sight.accountId and t.id = :ticketId and t.archived = :archived and
            """ + Sight.CONDITION + """
            order by c.created_at, c.id
            """;

    /** What a new entry needs to know of its ticket; the row stays locked until the entry is written. */
    public static final String LOCK_TICKET = """
            select t.id, t.source, t.deleted or t.spam as frozen, t.fwd_emails, r.email, m.id as mailbox_id,
                   m.support_email, m.name
            from tickets t
            join contacts r on r.account_id = t.account_id and r.id = t.requester_id
            left join lateral (
              select m.id, m.support_email, m.name
              from mailboxes m
              where m.account_id = t.account_id and (m.id = t.email_config_id or m.is_primary)
              order by m.id = t.email_config_id desc, m.id
              limit 1) m on true
            where t.account_id = :sight.accountId and t.id = :ticketId and not t.archived and
            """ + Sight.CONDITION + """
            for update of t
            """;

    public static final String INSERT = """
            insert into conversations (account_id, id, ticket_id, user_id, body, body_text, structured_body, incoming,
              private, source, category, support_email, from_email, to_emails, cc_emails, bcc_emails,
              email_config_id, has_quoted_text, has_attachments, created_at, updated_at)
            values (:accountId, entry_id(:accountId), :ticketId, :userId, :html, :text, :structured, :incoming, :isPrivate, :source,
              :category, :supportEmail, :fromEmail, :toEmails, :ccEmails, :bccEmails, :emailConfigId,
              :hasQuotedText, :hasAttachments, :now, :now)
            returning id
            """;

    public static final String TOUCH = """
            update tickets set updated_at = :now where account_id = :accountId and id = :ticketId
            """;

    private static final PreparedSql LISTED = PreparedSql.of(LIST);
    private static final PreparedSql LOCKED = PreparedSql.of(LOCK_TICKET);
    private static final PreparedSql INSERTED = PreparedSql.of(INSERT);
    private static final PreparedSql TOUCHED = PreparedSql.of(TOUCH);

    private ConversationSql() {}

    /** Empty when the ticket is not there or not to be seen; holds a null when it has no entries. */
    static List<Conversation> list(
            Connection connection, Sight sight, long ticketId, boolean archived, int limit, long offset) {
        return seen(LISTED.on(connection), sight)
                .set("ticketId", ticketId)
                .set("archived", archived)
                .set("limit", limit)
                .set("offset", offset)
                .list(ConversationRow::read);
    }

    static Optional<TicketOfEntry> lockTicket(Connection connection, Sight sight, long ticketId) {
        return seen(LOCKED.on(connection), sight).set("ticketId", ticketId).list(ConversationSql::ticket).stream()
                .findFirst();
    }

    private static PreparedSql.Bound seen(PreparedSql.Bound statement, Sight sight) {
        return statement
                .set("sight.accountId", sight.accountId())
                .set("sight.scope", sight.scope())
                .set("sight.agentId", sight.agentId())
                .numbers("sight.groups", sight.groups());
    }

    private static TicketOfEntry ticket(ResultSet row) throws SQLException {
        return new TicketOfEntry(
                row.getLong(1),
                row.getInt(2),
                row.getBoolean(3),
                Arrays.asList((String[]) row.getArray(4).getArray()),
                row.getString(5),
                (Long) row.getObject(6),
                row.getString(7),
                row.getString(8));
    }

    static long insert(Connection connection, long accountId, NewEntry entry, Instant now) {
        return INSERTED.on(connection)
                .set("accountId", accountId)
                .set("ticketId", entry.ticketId())
                .set("userId", entry.userId())
                .set("html", entry.body().html())
                .set("text", entry.body().text())
                .set("structured", entry.body().structured())
                .set("incoming", entry.incoming())
                .set("isPrivate", entry.isPrivate())
                .set("source", entry.kind().source)
                .set("category", entry.kind().category)
                .set("supportEmail", entry.supportEmail())
                .set("fromEmail", entry.fromEmail())
                .texts("toEmails", entry.toEmails())
                .texts("ccEmails", entry.ccEmails())
                .texts("bccEmails", entry.bccEmails())
                .set("emailConfigId", entry.emailConfigId())
                .set("hasQuotedText", entry.hasQuotedText())
                .set("hasAttachments", entry.hasAttachments())
                .set("now", now)
                .list(row -> row.getLong(1))
                .getFirst();
    }

    static void touch(Connection connection, long accountId, long ticketId, Instant now) {
        TOUCHED.on(connection)
                .set("accountId", accountId)
                .set("ticketId", ticketId)
                .set("now", now)
                .update();
    }
}
