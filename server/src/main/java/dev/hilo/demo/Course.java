package dev.hilo.demo;

import dev.hilo.conversations.EntryKind;
import dev.hilo.tickets.Milestones;
import dev.hilo.tickets.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A ticket from its beginning until now, each step leaving what the API's calls would have left. What would happen later
 * than now has not happened: the ticket is then open, or pending, as it happens to be.
 */
final class Course {

    /** Working seconds until the first answer and the solution: low, medium, high, urgent, as in the default policy. */
    private static final long[] RESPOND = {7_200, 3_600, 1_800, 900};

    private static final long[] RESOLVE = {115_200, 86_400, 57_600, 28_800};

    static final int WAITING_ON_CUSTOMER = 6;
    static final int WAITING_ON_THIRD_PARTY = 7;

    private static final Duration ARCHIVED_AFTER = Duration.ofDays(120);

    private final Instant now;
    final Person customer;
    final Instant createdAt;
    final List<Entry> entries = new ArrayList<>();
    final Set<String> tags = new LinkedHashSet<>();
    final Set<String> forwardedTo = new LinkedHashSet<>();
    final List<String> files = new ArrayList<>();
    final List<String> cc = new ArrayList<>();
    String subject;
    String html;
    String type;
    String group;
    int priority;
    int source;
    int status = Status.OPEN;
    Mailbox mailbox;
    Cast.Agent agent;
    boolean spam;
    Instant deletedAt;
    boolean archived;
    Course mergedInto;
    Instant mergedAt;
    /** Whether Ada asks, and no customer. */
    boolean requestedByAda;

    Course prime;
    Integer association;
    List<Spent> spent = new ArrayList<>();
    Rating rating;
    Scene scene;
    /** When the outage that it is about was over; null where it is about none. */
    Instant repairedAt;

    Milestones milestones;
    Instant updatedAt;
    Instant firstResponse;
    Instant agentResponse;
    Instant requesterResponse;
    Instant dueBy;
    Instant firstDueBy;
    Instant pausedAt;
    long pausedSeconds;

    /** The number of the ticket; known once all are in the order of their creation. */
    long id;

    /** The address that the ticket uses. */
    enum Mailbox {
        SHOP,
        CLOUD,
        SPANISH
    }

    /** Working time. @param seconds how long */
    record Spent(Cast.Agent agent, Instant at, long seconds, String note, boolean billable) {}

    /** What the customer thought of it. @param value 103 happy, 100 neutral, -103 unhappy */
    record Rating(Instant at, Cast.Agent agent, String group, int value, String comment) {}

    Course(Person customer, Instant createdAt, int priority, int source, Instant now) {
        this.now = now;
        this.customer = customer;
        this.createdAt = createdAt;
        this.priority = priority;
        this.source = source;
        updatedAt = createdAt;
        milestones = Milestones.first(Status.OPEN, source, createdAt);
        firstDueBy = OfficeHours.after(createdAt, RESPOND[priority - 1]);
        dueBy = OfficeHours.after(createdAt, RESOLVE[priority - 1]);
    }

    /** Whether the time has not come yet. */
    boolean isAhead(Instant at) {
        return at.isAfter(now);
    }

    void customerWrites(Instant at, String html, List<String> attached) {
        customerWrites(customer, at, html, attached);
    }

    /** @param writer the requester, or a colleague who is copied in */
    void customerWrites(Person writer, Instant at, String html, List<String> attached) {
        if (isAhead(at)) return;
        add(new Entry(EntryKind.CUSTOMER_MAIL, at, writer, null, html, false, List.of(), attached));
        requesterResponse = at;
        if (status != Status.OPEN) become(Status.OPEN, at);
    }

    void agentReplies(Instant at, String html, List<String> attached) {
        if (isAhead(at)) return;
        add(new Entry(EntryKind.REPLY, at, null, agent, html, false, List.of(), attached));
        agentResponse = at;
        if (firstResponse == null) firstResponse = at;
    }

    void note(Instant at, Cast.Agent by, String html) {
        if (isAhead(at)) return;
        add(new Entry(EntryKind.NOTE, at, null, by, html, true, List.of(), List.of()));
    }

    void forward(Instant at, String html, String to) {
        if (isAhead(at)) return;
        add(new Entry(EntryKind.FORWARD, at, null, agent, html, true, List.of(to), List.of()));
        forwardedTo.add(to);
    }

    /** What the customer wrote under the question whether all went well. */
    void rate(Instant at, int value, String comment, String html) {
        if (isAhead(at)) return;
        add(new Entry(EntryKind.FEEDBACK, at, customer, null, html, false, List.of(), List.of()));
        requesterResponse = at;
        rating = new Rating(at, agent, group, value, comment);
    }

    private void add(Entry entry) {
        entries.add(entry);
        touch(entry.at());
    }

    void become(int next, Instant at) {
        if (isAhead(at) || next == status) return;
        milestones = milestones.after(status, next, at);
        clock(next, at);
        status = next;
        touch(at);
    }

    /** The promise stands still while it is not Acme's turn, and when all is done. */
    private void clock(int next, Instant at) {
        boolean stops = next != Status.OPEN && next != WAITING_ON_THIRD_PARTY;
        if (stops && pausedAt == null) pausedAt = at;
        if (!stops && pausedAt != null) {
            pausedSeconds += OfficeHours.between(pausedAt, at);
            dueBy = OfficeHours.after(createdAt, RESOLVE[priority - 1] + pausedSeconds);
            if (firstResponse == null) firstDueBy = OfficeHours.after(createdAt, RESPOND[priority - 1] + pausedSeconds);
            pausedAt = null;
        }
    }

    void touch(Instant at) {
        if (at.isAfter(updatedAt)) updatedAt = at;
    }

    /** Acme's own fields. */
    Map<String, Object> customFields() {
        var values = new TreeMap<String, Object>();
        if (scene == null || spam || requestedByAda) return values;
        if (html.contains(scene.value("order"))) values.put("cf_order_number", scene.value("order"));
        if (html.contains(scene.value("model")) || subject.contains(scene.value("model"))) {
            values.put("cf_device", scene.value("model"));
        }
        return values;
    }

    /** Whether it has taken work that somebody writes down: with devices and companies mostly. */
    boolean spentEnough(Dice dice) {
        boolean laborious = type.equals("Incident") || type.equals("Problem") || customer.firm() != null;
        return dice.chance(laborious ? 0.22 : 0.04);
    }

    boolean isDone() {
        return Status.isDone(status);
    }

    /** Whether the solution came, or is, later than promised. */
    boolean isEscalated() {
        return !spam && dueBy.isBefore(pausedAt == null ? now : pausedAt);
    }

    boolean isFirstEscalated() {
        if (spam) return false;
        if (firstResponse != null) return firstDueBy.isBefore(firstResponse);
        return firstDueBy.isBefore(pausedAt == null ? now : pausedAt);
    }

    /** What Hilo does by itself as time goes by: it marks broken promises and puts away what is long over. */
    void agePassively() {
        if (pausedAt == null && isEscalated()) touch(dueBy);
        if (firstResponse == null && pausedAt == null && isFirstEscalated()) touch(firstDueBy);
        boolean old = updatedAt.isBefore(now.minus(ARCHIVED_AFTER));
        archived = status == Status.CLOSED && old && deletedAt == null && !spam;
    }

    Duration age() {
        return Duration.between(createdAt, now);
    }
}
