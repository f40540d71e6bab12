package dev.hilo.demo;

import dev.hilo.conversations.EntryKind;
import dev.hilo.html.Html;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Stores tickets and all that hangs on them, as calls of the API would have left them. */
final class Tickets {

    private static final int EMAIL = 1;

    /** An entry with its ticket and its id. */
    record Placed(Course course, Entry entry) {}

    private final Handle handle;
    private final Desk desk;
    private final Customers customers;
    private final World world;
    private final Map<Entry, Long> ids = new IdentityHashMap<>();

    Tickets(Handle handle, Desk desk, Customers customers, World world) {
        this.handle = handle;
        this.desk = desk;
        this.customers = customers;
        this.world = world;
    }

    long id(Entry entry) {
        return ids.get(entry);
    }

    void store(long accountId) {
        storeTickets();
        handle.execute(
                "update ticket_counters set last_id = ? where account_id = ?", (long) world.courses.size(), accountId);
        var entries = placed();
        storeEntries(entries);
        storeSpent();
        storeWatchers();
        storeRatings(accountId);
    }

    private void storeTickets() {
        String columns = """
                id, subject, description, description_text, status, priority, source, type, requester_id, responder_id,
                group_id, product_id, company_id, email_config_id, cc_emails, reply_cc_emails, ticket_cc_emails, fwd_emails,
                to_emails, support_email, tags, custom_fields, spam, deleted, archived, merged_into, association_type,
                prime_id, due_by, fr_due_by, is_escalated, fr_escalated, agent_responded_at, requester_responded_at,
                first_responded_at, status_updated_at, reopened_at, resolved_at, closed_at, pending_since, sla_paused_at, sla_paused_seconds,
                deleted_at, created_at, updated_at""";
        desk.copy("tickets", columns, world.courses, this::row);
    }

    private Object[] row(Course c) {
        var box = desk.mailbox(c.mailbox);
        boolean mailed = c.source == EMAIL && !c.requestedByAda;
        var stats = c.milestones;
        return new Object[] {
            c.id,
            c.subject,
            c.html,
            Html.toText(c.html),
            c.status,
            c.priority,
            c.source,
            c.type,
            c.requestedByAda ? desk.id(Cast.ADA) : customers.id(c.customer),
            desk.id(c.agent),
            desk.group(c.group),
            box.productId(),
            c.requestedByAda ? null : customers.id(c.customer.firm()),
            box.id(),
            c.cc,
            c.cc,
            c.cc,
            c.forwardedTo,
            mailed ? List.of(box.address()) : null,
            mailed ? box.address() : null,
            c.tags,
            c.customFields(),
            c.spam,
            c.deletedAt != null,
            c.archived,
            c.mergedInto == null ? null : c.mergedInto.id,
            c.association,
            c.prime == null ? null : c.prime.id,
            c.dueBy,
            c.firstDueBy,
            c.isEscalated(),
            c.isFirstEscalated(),
            c.agentResponse,
            c.requesterResponse,
            c.firstResponse,
            stats.statusUpdatedAt(),
            stats.reopenedAt(),
            stats.resolvedAt(),
            stats.closedAt(),
            stats.pendingSince(),
            c.pausedAt,
            c.pausedSeconds,
            c.deletedAt,
            c.createdAt,
            c.updatedAt
        };
    }

    private List<Placed> placed() {
        var placed = new ArrayList<Placed>();
        for (var course : world.courses) course.entries.forEach(entry -> placed.add(new Placed(course, entry)));
        placed.sort(Comparator.comparing(p -> p.entry.at()));
        long first = Copy.ids(handle, placed.size());
        for (int i = 0; i < placed.size(); i++) ids.put(placed.get(i).entry, first + i);
        return placed;
    }

    private void storeEntries(List<Placed> entries) {
        String columns = """
                id, ticket_id, user_id, body, body_text, incoming, private, source, category, support_email, from_email,
                to_emails, cc_emails, bcc_emails, email_config_id, has_quoted_text, has_attachments, created_at,
                updated_at""";
        desk.copy("conversations", columns, entries, this::row);
    }

    private Object[] row(Placed p) {
        var e = p.entry;
        var box = desk.mailbox(p.course.mailbox);
        boolean sent = e.kind() == EntryKind.REPLY || e.kind() == EntryKind.FORWARD;
        boolean received = e.kind() == EntryKind.CUSTOMER_MAIL;
        return new Object[] {
            ids.get(e),
            p.course.id,
            e.agent() == null ? customers.id(e.customer()) : desk.id(e.agent()),
            e.html(),
            Html.toLine(e.html()),
            e.incoming(),
            e.isPrivate(),
            e.kind().source,
            e.kind().category,
            sent || received ? box.address() : null,
            sent ? box.display() : received ? e.customer().email() : null,
            recipients(p, box),
            e.kind() == EntryKind.REPLY ? p.course.cc : List.of(),
            sent ? List.of() : null,
            sent ? box.id() : null,
            e.kind() == EntryKind.FORWARD,
            !e.files().isEmpty(),
            e.at(),
            e.at()
        };
    }

    private static List<String> recipients(Placed p, Desk.Mailbox box) {
        return switch (p.entry.kind()) {
            case REPLY -> List.of(p.course.customer.email());
            case FORWARD -> p.entry.to();
            case CUSTOMER_MAIL -> List.of(box.address());
            case FEEDBACK -> null;
            default -> List.of();
        };
    }

    /** Ada keeps an eye on what goes wrong, others on what they have handed over. */
    private void storeWatchers() {
        record Watcher(Course course, Cast.Agent agent) {}
        var watchers = new ArrayList<Watcher>();
        for (var course : world.courses) {
            if (course.isDone() || course.spam) continue;
            if (course.tags.contains("escalated") || course.entries.size() > 40)
                watchers.add(new Watcher(course, Cast.ADA));
            if (course.tags.contains("second-level")) watchers.add(new Watcher(course, Cast.AGENTS.get(3)));
        }
        desk.copy(
                "ticket_watchers", "ticket_id, agent_id", watchers, w -> new Object[] {w.course.id, desk.id(w.agent)});
    }

    private void storeSpent() {
        record Row(Course course, Course.Spent spent) {}
        var rows = new ArrayList<Row>();
        for (var course : world.courses) course.spent.forEach(spent -> rows.add(new Row(course, spent)));
        desk.copy(
                "time_entries",
                "ticket_id, agent_id, billable, note, start_time, time_spent, timer_running, executed_at,"
                        + " created_at, updated_at",
                rows,
                r -> new Object[] {
                    r.course.id,
                    desk.id(r.spent.agent()),
                    r.spent.billable(),
                    r.spent.note(),
                    r.spent.at(),
                    r.spent.seconds(),
                    false,
                    r.spent.at(),
                    r.spent.at(),
                    r.spent.at()
                });
    }

    private void storeRatings(long accountId) {
        long survey = handle.createQuery("select min(id) from surveys where account_id = ?")
                .bind(0, accountId)
                .mapTo(long.class)
                .one();
        var rated =
                world.courses.stream().filter(course -> course.rating != null).toList();
        desk.copy(
                "satisfaction_ratings",
                "survey_id, ticket_id, user_id, agent_id, group_id, feedback, ratings, created_at," + " updated_at",
                rated,
                c -> new Object[] {
                    survey,
                    c.id,
                    customers.id(c.customer),
                    desk.id(c.rating.agent()),
                    desk.group(c.rating.group()),
                    c.rating.comment(),
                    Map.of("default_question", c.rating.value()),
                    c.rating.at(),
                    c.rating.at()
                });
    }
}
