package dev.hilo.pages;

import java.util.List;
import java.util.Locale;

/** The ways to look at the tickets. */
public enum InboxView {
    MINE("user", "t.responder_id = :me and t.status not in (4, 5)"),
    UNASSIGNED("user-question", "t.responder_id is null and t.status not in (4, 5)"),
    /** The customer has said the last word. */
    WAITING("hourglass", InboxView.WAITS),
    OVERDUE("clock-exclamation", InboxView.LATE),
    ALL("stack-2", "true");

    static final String WAITS = """
            t.status = 2 and (t.agent_responded_at is null or t.requester_responded_at > t.agent_responded_at)
            """;
    static final String LATE = """
            t.status not in (4, 5) and t.sla_paused_at is null
              and (t.due_by < :now or t.nr_due_by < :now or (t.fr_due_by < :now and t.first_responded_at is null))
            """;

    private final String icon;
    private final String condition;

    InboxView(String icon, String condition) {
        this.icon = icon;
        this.condition = condition;
    }

    public String icon() {
        return icon;
    }

    /** In SQL, on tickets named t. */
    String condition() {
        return condition;
    }

    /** In addresses and phrases. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static final List<InboxView> LIST = List.of(values());

    /** The one named; one's own tickets where there is no such view. */
    static InboxView of(String text) {
        return LIST.stream()
                .filter(view -> view.text().equals(text))
                .findFirst()
                .orElse(MINE);
    }
}
