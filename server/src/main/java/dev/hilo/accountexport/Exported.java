package dev.hilo.accountexport;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** A list of records that an export may hold, and the columns that it shows of each. */
enum Exported {
    TICKETS("tickets", "tickets", """
            id, subject, description, description_text, status, priority, source, type, requester_id, responder_id,
            group_id, product_id, company_id, email_config_id, cc_emails, fwd_emails, reply_cc_emails, to_emails, tags,
            custom_fields, spam, deleted, archived, due_by, fr_due_by, nr_due_by, is_escalated, fr_escalated,
            first_responded_at, resolved_at, closed_at, created_at, updated_at
            """),
    CONVERSATIONS("conversations", "conversations", """
            id, ticket_id, user_id, body, body_text, incoming, private, source, category, support_email, from_email,
            to_emails, cc_emails, bcc_emails, deleted, last_edited_at, last_edited_user_id, created_at, updated_at
            """),
    CONTACTS("contacts", "contacts", """
            id, name, email, phone, mobile, address, description, job_title, language, time_zone, twitter_id,
            facebook_id, unique_external_id, company_id, view_all_tickets, active, deleted, blocked, tags,
            custom_fields, created_at, updated_at
            """),
    COMPANIES("companies", "companies", """
            id, name, description, note, domains, health_score, account_tier, renewal_date, industry, custom_fields,
            created_at, updated_at
            """),
    AGENTS("agents", """
            (select a.account_id, a.id, c.name, c.email, a.type, a.ticket_scope, a.occasional, a.signature,
                    a.deactivated, a.last_login_at, a.created_at, a.updated_at
             from agents a
             join contacts c on c.account_id = a.account_id and c.id = a.id) agents
            """, """
            id, name, email, type, ticket_scope, occasional, signature, deactivated, last_login_at, created_at,
            updated_at
            """),
    GROUPS("groups", "groups", """
            id, name, description, escalate_to, unassigned_for, business_hour_id, group_type, auto_ticket_assign,
            created_at, updated_at
            """);

    /** Few enough to hold when every one of them is a long mail. */
    private static final int FETCHED_AT_A_TIME = 50;

    private final String wireName;
    private final String table;
    private final String columns;

    Exported(String wireName, String table, String columns) {
        this.wireName = wireName;
        this.table = table;
        this.columns = columns;
    }

    String wireName() {
        return wireName;
    }

    static Exported of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    /** The records that were created in the range, by id; to be read within a transaction, and closed. */
    Stream<JsonNode> rows(Handle handle, long accountId, Instant from, Instant before) {
        return handle
                .createQuery("select to_jsonb(r) from (select " + columns + " from " + table + """
                         where account_id = :accountId and created_at >= :from and created_at < :before
                         order by id) r
                        """)
                .bind("accountId", accountId)
                .bind("from", from)
                .bind("before", before)
                .setFetchSize(FETCHED_AT_A_TIME)
                .mapTo(JsonNode.class)
                .stream();
    }
}
