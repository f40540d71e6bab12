package dev.hilo.export;

import static dev.hilo.export.ColumnType.*;

import dev.hilo.export.Table.Belongs;
import java.util.List;

/** The tables and their columns, but for the accounts' own fields. docs/export.md describes the same; a test compares. */
final class Schema {

    /** Raised when a column changes its meaning or goes; a new column alone does not raise it. */
    static final int VERSION = 1;

    private static final Column ACCOUNT = Column.of("account_id", LONG, "The account");
    private static final Column ID = Column.of("id", LONG, "Unique in its table and account");
    private static final Column CREATED = Column.of("created_at", TIME, "When it was made");
    private static final Column UPDATED = Column.of("updated_at", TIME, "When it was last changed");
    private static final Column TICKET_ID = Column.of("ticket_id", LONG, "The ticket");

    private static final String REQUESTER_OF_TICKET = """
            (select c.name from tickets p join contacts c on c.account_id = p.account_id and c.id = p.requester_id
             where p.account_id = t.account_id and p.id = t.ticket_id)""";

    private Schema() {}

    static List<Table> tables() {
        return List.of(
                tickets(),
                conversations(),
                contacts(),
                companies(),
                agents(),
                groups(),
                ratings(),
                timeEntries(),
                events());
    }

    private static Table tickets() {
        return new Table(
                "tickets",
                """
                tickets t
                left join (
                  select (choice ->> 'value')::integer as number, choice ->> 'label' as label
                  from fields f, jsonb_array_elements(f.choices) choice
                  where f.account_id = :account and f.resource = 'ticket' and f.name = 'status') s on s.number = t.status""",
                List.of(),
                "created_at",
                Belongs.IS_TICKET,
                "(select c.name from contacts c where c.account_id = t.account_id and c.id = t.requester_id)",
                "One row per ticket, spam and trash included",
                List.of(
                        ACCOUNT,
                        ID,
                        text("subject", "Subject"),
                        text("description_text", "The first message, without HTML"),
                        Column.of(
                                "status", INTEGER, "2 open, 3 pending, 4 resolved, 5 closed, others the account's own"),
                        Column.of("status_name", TEXT, "The status as agents see it")
                                .from("s.label"),
                        Column.of("priority", INTEGER, "1 low, 2 medium, 3 high, 4 urgent"),
                        Column.of(
                                "source",
                                INTEGER,
                                "How it came: 1 e-mail, 2 portal, 3 phone, 7 chat, 10 outbound e-mail, …"),
                        Column.of("type", TEXT, "Question, Incident, …"),
                        Column.of("requester_id", LONG, "Who asked: contacts, or agents"),
                        Column.of("responder_id", LONG, "Whom it is assigned to: agents"),
                        Column.of("group_id", LONG, "The group it is assigned to"),
                        Column.of("product_id", LONG, "The product"),
                        Column.of("company_id", LONG, "The company"),
                        Column.of("tags", TEXTS, "Tags"),
                        Column.of("spam", BOOLEAN, "Whether it is spam"),
                        Column.of("deleted", BOOLEAN, "Whether it is in the trash"),
                        Column.of("archived", BOOLEAN, "Whether it is archived"),
                        Column.of("merged_into", LONG, "The ticket that it was merged into"),
                        Column.of("association_type", INTEGER, "1 parent, 2 child, 3 tracker, 4 related"),
                        Column.of("prime_id", LONG, "The parent of a child, the tracker of a related ticket"),
                        Column.of("due_by", TIME, "When it is to be resolved"),
                        Column.of("fr_due_by", TIME, "When it is to be answered first"),
                        Column.of("is_escalated", BOOLEAN, "Whether it was not resolved in time"),
                        Column.of("fr_escalated", BOOLEAN, "Whether it was not answered in time"),
                        Column.of("first_responded_at", TIME, "The first public reply of an agent"),
                        Column.of("agent_responded_at", TIME, "The last public reply of an agent"),
                        Column.of("requester_responded_at", TIME, "The last message of the customer"),
                        Column.of("status_updated_at", TIME, "When the status was last changed"),
                        Column.of("reopened_at", TIME, "When it was last reopened"),
                        Column.of("resolved_at", TIME, "When it was resolved; null when it is open again"),
                        Column.of("closed_at", TIME, "When it was closed; null when it is open again"),
                        CREATED,
                        UPDATED));
    }

    private static Table conversations() {
        return new Table(
                "conversations",
                "conversations t",
                List.of("conversation"),
                "created_at",
                Belongs.OF_TICKET,
                REQUESTER_OF_TICKET,
                "One row per reply, note, forward and message of a customer; the first message is the ticket's description",
                List.of(
                        ACCOUNT,
                        ID,
                        TICKET_ID,
                        Column.of("user_id", LONG, "Who wrote it: agents or contacts"),
                        Column.of("kind", TEXT, "customer, reply, forward, note, public_note or feedback")
                                .from("""
                                case when t.source = 6 then 'feedback' when t.incoming then 'customer'
                                  when t.source = 8 then 'forward'
                                  when t.private then 'note' when t.source = 2 then 'public_note' else 'reply' end"""),
                        text("body_text", "What was written, without HTML"),
                        Column.of("incoming", BOOLEAN, "Whether a customer wrote it"),
                        Column.of("private", BOOLEAN, "Whether customers cannot see it"),
                        Column.of("source", INTEGER, "0 reply, 2 note, 5 tweet, 6 feedback, 7 Facebook, 8 forward, …"),
                        Column.of("category", INTEGER, "1 incoming mail, 2 private note, 3 outgoing mail, …"),
                        Column.of("from_email", TEXT, "Sender").with(Privacy.EMAIL),
                        Column.of("to_emails", TEXTS, "Receivers").with(Privacy.EMAIL),
                        Column.of("cc_emails", TEXTS, "Receivers of copies").with(Privacy.EMAIL),
                        Column.of("automation_id", LONG, "The rule that wrote it"),
                        Column.of("auto_response", BOOLEAN, "Whether a mail program wrote it"),
                        Column.of("has_attachments", BOOLEAN, "Whether files came with it"),
                        Column.of("deleted", BOOLEAN, "Whether it was deleted"),
                        Column.of("last_edited_at", TIME, "When it was last edited"),
                        CREATED,
                        UPDATED));
    }

    private static Table contacts() {
        return new Table(
                "contacts",
                "contacts t",
                List.of("contact", "contact_email", "contact_company", "agent"),
                null,
                Belongs.APART,
                "t.name",
                "One row per customer",
                List.of(
                        ACCOUNT,
                        ID,
                        Column.of("name", TEXT, "Name").with(Privacy.NAME),
                        Column.of("email", TEXT, "First address").with(Privacy.EMAIL),
                        Column.of("other_emails", TEXTS, "Further addresses")
                                .from("""
                                array(select o.email from contact_emails o where o.account_id = t.account_id
                                  and o.contact_id = t.id and o.email is distinct from t.email order by o.position, o.email)""")
                                .with(Privacy.EMAIL),
                        Column.of("phone", TEXT, "Telephone").with(Privacy.PHONE),
                        Column.of("mobile", TEXT, "Mobile telephone").with(Privacy.PHONE),
                        Column.of("address", TEXT, "Postal address").with(Privacy.HIDDEN),
                        Column.of("twitter_id", TEXT, "Handle").with(Privacy.HIDDEN),
                        Column.of("unique_external_id", TEXT, "Id in another system")
                                .with(Privacy.HIDDEN),
                        Column.of("company_id", LONG, "First company"),
                        Column.of("job_title", TEXT, "Job title"),
                        Column.of("language", TEXT, "Language code"),
                        Column.of("time_zone", TEXT, "Time zone"),
                        Column.of("tags", TEXTS, "Tags"),
                        Column.of("active", BOOLEAN, "Whether the address is confirmed"),
                        Column.of("blocked", BOOLEAN, "Whether the contact is blocked"),
                        Column.of("deleted", BOOLEAN, "Whether the contact is in the trash"),
                        Column.of("merged_into", LONG, "The contact that it was merged into"),
                        CREATED,
                        UPDATED));
    }

    private static Table companies() {
        return new Table(
                "companies",
                "companies t",
                List.of("company"),
                null,
                Belongs.APART,
                null,
                "One row per company",
                List.of(
                        ACCOUNT,
                        ID,
                        Column.of("name", TEXT, "Name"),
                        Column.of("domains", TEXTS, "Domains"),
                        Column.of("industry", TEXT, "Industry"),
                        Column.of("health_score", TEXT, "Health score"),
                        Column.of("account_tier", TEXT, "Account tier"),
                        Column.of("renewal_date", DATE, "Renewal date"),
                        CREATED,
                        UPDATED));
    }

    private static Table agents() {
        return new Table(
                "agents",
                "agents t join contacts c on c.account_id = t.account_id and c.id = t.id",
                List.of("agent", "contact"),
                null,
                Belongs.APART,
                null,
                "One row per agent",
                List.of(
                        ACCOUNT,
                        ID,
                        Column.of("name", TEXT, "Name").from("c.name"),
                        Column.of("email", TEXT, "Address").from("c.email"),
                        Column.of("type", TEXT, "support_agent or collaborator"),
                        Column.of("ticket_scope", INTEGER, "Sees: 1 all tickets, 2 those of the groups, 3 own ones"),
                        Column.of("occasional", BOOLEAN, "Whether occasional"),
                        Column.of("deactivated", BOOLEAN, "Whether deactivated"),
                        CREATED,
                        UPDATED));
    }

    private static Table groups() {
        return new Table(
                "groups",
                "groups t",
                List.of("group", "group_member"),
                null,
                Belongs.APART,
                null,
                "One row per group",
                List.of(
                        ACCOUNT,
                        ID,
                        Column.of("name", TEXT, "Name"),
                        Column.of("description", TEXT, "Description"),
                        Column.of("agent_ids", LONGS, "Its agents").from("""
                                array(select m.agent_id from group_agents m where m.account_id = t.account_id
                                  and m.group_id = t.id order by m.agent_id)"""),
                        CREATED,
                        UPDATED));
    }

    private static Table ratings() {
        return new Table(
                "ratings",
                "satisfaction_ratings t",
                List.of("rating"),
                "created_at",
                Belongs.OF_TICKET,
                REQUESTER_OF_TICKET,
                "One row per answered survey",
                List.of(
                        ACCOUNT,
                        ID,
                        TICKET_ID,
                        Column.of("survey_id", LONG, "The survey"),
                        Column.of("user_id", LONG, "Who answered: contacts"),
                        Column.of("agent_id", LONG, "Whom it is about"),
                        Column.of("group_id", LONG, "The group it is about"),
                        Column.of(
                                        "rating",
                                        INTEGER,
                                        "First question: 103 extremely happy … 100 neutral … -103 extremely unhappy")
                                .from("(t.ratings ->> 'default_question')::integer"),
                        Column.of("ratings", JSON, "All questions and their answers"),
                        text("feedback", "What the customer added"),
                        CREATED,
                        UPDATED));
    }

    private static Table timeEntries() {
        return new Table(
                "time_entries",
                "time_entries t",
                List.of("time_entry"),
                "executed_at",
                Belongs.OF_TICKET,
                REQUESTER_OF_TICKET,
                "One row per time entry",
                List.of(
                        ACCOUNT,
                        ID,
                        TICKET_ID,
                        Column.of("agent_id", LONG, "Who worked"),
                        Column.of("billable", BOOLEAN, "Whether it is billed"),
                        Column.of("time_spent", LONG, "Seconds"),
                        Column.of("timer_running", BOOLEAN, "Whether the timer runs"),
                        text("note", "What was done"),
                        Column.of("executed_at", TIME, "When it was done"),
                        CREATED,
                        UPDATED));
    }

    private static Table events() {
        return new Table(
                "events",
                "events t",
                List.of(
                        "ticket",
                        "conversation",
                        "attachment",
                        "summary",
                        "watcher",
                        "time_entry",
                        "rating",
                        "contact",
                        "company",
                        "agent",
                        "group",
                        "group_member"),
                "occurred_at",
                Belongs.FACT,
                null,
                "One row per change, in the order of id; texts are in the other tables and left out here",
                List.of(
                        ACCOUNT,
                        ID,
                        Column.of("occurred_at", TIME, "When it happened").from("t.at"),
                        Column.of("type", TEXT, "ticket.created, ticket.updated, conversation.created, …"),
                        Column.of("record", TEXT, "What sort of thing changed"),
                        Column.of("record_id", LONG, "Which one"),
                        TICKET_ID,
                        Column.of("actor_kind", TEXT, "AGENT, CUSTOMER, RULE, AI or SYSTEM"),
                        Column.of("actor_id", LONG, "Which one"),
                        Column.of("cause", TEXT, "What it came from"),
                        changes("before", "The columns that changed, as they were"),
                        changes("after", "The columns that changed, as they are")));
    }

    private static Column text(String name, String meaning) {
        return Column.of(name, TEXT, meaning).with(Privacy.TEXT);
    }

    private static Column changes(String name, String meaning) {
        return Column.of(name, JSON, meaning)
                .from("(t." + name + " - '{description,description_text,structured_description,body,body_text,"
                        + "structured_body}'::text[])")
                .with(Privacy.CHANGES);
    }
}
