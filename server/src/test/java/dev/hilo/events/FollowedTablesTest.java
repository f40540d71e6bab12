package dev.hilo.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.testing.TestDatabase;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** That no table and no column is forgotten by the history. */
class FollowedTablesTest {

    /** What is bookkeeping of the server's own, or told by another table. */
    private static final Set<String> BOOKKEEPING = Set.of(
            "flyway_schema_history",
            "scheduled_tasks",
            "events",
            "event_cursors",
            "secrets",
            "ticket_counters",
            "company_domains",
            "jobs",
            "idempotency_keys",
            "bulk_notes",
            "bulk_note_tickets",
            "passages",
            "passage_vectors",
            "knowledge",
            "knowledge_documents",
            "simulations",
            "simulation_checks",
            "simulation_cases",
            "mail_messages",
            "received_mails",
            "quoted_texts",
            "mail_quarantine",
            "imap_positions",
            "mailbox_passwords",
            "outbox_recipients",
            "people_exports",
            "people_imports",
            "people_import_failures",
            "webhook_deliveries",
            "webhook_attempts",
            "sessions",
            "portal_links",
            "password_links",
            "second_factors",
            "recovery_codes",
            "login_challenges",
            "portal_sessions",
            "reply_drafts",
            "ticket_reads",
            "ticket_readers",
            "language_model_days",
            "ai_tasks",
            "passage_marks",
            "sentence_marks",
            "automation_marks",
            "automation_calls",
            "insight_queue",
            "insights",
            "insight_ticket_topics",
            "insight_classifiers",
            "ticket_vectors",
            "sync_cursors",
            "sync_tickets",
            "sync_files",
            "sync_reports",
            "crm_links");

    /** Columns that are not followed; see the migrations. */
    private static final Set<String> UNSAID = Set.of(
            "account_id",
            "updated_at",
            "attachments.blob",
            "contacts.first_seen",
            "contacts.last_seen",
            "agents.password_hash",
            "agents.last_login_at",
            "agents.last_active_at",
            "agents.availability_updated_at",
            "api_keys.hash",
            "exports.sealed_url",
            "exports.state",
            "exports.due_at",
            "exports.last_started_at",
            "exports.last_ended_at",
            "exports.last_succeeded_at",
            "exports.last_whole",
            "exports.last_rows",
            "exports.last_error",
            "knowledge_sources.sealed_key",
            "knowledge_sources.state",
            "knowledge_sources.begun_at",
            "knowledge_sources.alive_at",
            "knowledge_sources.ended_at",
            "knowledge_sources.error",
            "knowledge_sources.found",
            "knowledge_sources.taken",
            "knowledge_sources.gone",
            "crm_connections.sealed_token",
            "crm_connections.home",
            "crm_connections.done_until",
            "crm_connections.state",
            "crm_connections.asked",
            "crm_connections.due_at",
            "crm_connections.seen_at",
            "crm_connections.last_started_at",
            "crm_connections.last_ended_at",
            "crm_connections.last_report",
            "crm_connections.last_error",
            "webhooks.sealed_headers",
            "webhooks.sealed_secret",
            "webhooks.sealed_old_secret",
            "language_models.sealed_key",
            "voices.measured_at",
            "drafts.decision",
            "drafts.reason",
            "drafts.sent",
            "drafts.difference",
            "outbox.id",
            "outbox.created_at",
            "outbox.body",
            "outbox.with_history",
            "outbox.with_files",
            "outbox.attempts",
            "outbox.doubtful",
            "outbox.due_at",
            "automation_rules.credentials",
            "outgoing.attempts",
            "outgoing.due_at",
            "outgoing.twins",
            "links.sealed_key",
            "links.credits_per_minute",
            "links.push_hash",
            "links.pushed_at",
            "links.last_run_at",
            "links.last_error",
            "solution_articles.hits",
            "solution_articles.suggested");

    @Test
    void every_column_of_every_table_is_followed_or_named_here() {
        try (var database = TestDatabase.fresh()) {
            var silent = database.read(h -> h.createQuery("""
                            select c.relname as table_name, a.attname as column_name
                            from pg_class c
                            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                            left join pg_trigger t on t.tgrelid = c.oid and t.tgname = 'append_event'
                            where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
                              and (t.oid is null or a.attnum <> all (t.tgattr::smallint[]))
                            """)
                    .map((row, context) -> List.of(row.getString(1), row.getString(2)))
                    .list());

            assertThat(silent)
                    .filteredOn(column -> !BOOKKEEPING.contains(column.get(0)))
                    .filteredOn(column -> !UNSAID.contains(column.get(1)))
                    .filteredOn(column -> !UNSAID.contains(column.get(0) + "." + column.get(1)))
                    .as("columns whose changes the history does not tell: call follow_table in the migration")
                    .isEmpty();
        }
    }
}
