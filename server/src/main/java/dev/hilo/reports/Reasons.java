package dev.hilo.reports;

import dev.hilo.pages.Phrases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What makes a ticket matter now, in words, the weightiest reason first. */
final class Reasons {

    private static final int URGENT = 4;
    private static final int MANY_HANDS = 3;
    private static final long HOUR = 3_600;
    private static final Set<String> IMPORTANT = Set.of("Premium", "Enterprise");

    private final Phrases phrases;
    private final List<Reason> found = new ArrayList<>();

    private Reasons(Phrases phrases) {
        this.phrases = phrases;
    }

    static List<Reason> of(AttentionRow row, Phrases phrases) {
        var reasons = new Reasons(phrases);
        reasons.promise(row.dueSeconds());
        reasons.waiting(row.waitingSeconds());
        reasons.mood(row);
        reasons.trouble(row);
        reasons.company(row);
        reasons.found.sort(Comparator.comparingInt(Reason::points).reversed());
        return List.copyOf(reasons.found);
    }

    private void promise(Long due) {
        if (due == null) return;
        if (due < 0) add("sla", 40, phrases.text("attention.late", span(-due)));
        else if (due < 4 * HOUR) add("sla", 30, phrases.text("attention.soon", span(due)));
        else if (due < 24 * HOUR) add("sla", 10, phrases.text("attention.soon", span(due)));
    }

    private void waiting(Long seconds) {
        if (seconds == null || seconds < HOUR) return;
        int points = (int) Math.round(8 * Math.log(1 + seconds / (double) HOUR));
        add("waiting", points, phrases.text("attention.waiting", span(seconds)));
    }

    private void mood(AttentionRow row) {
        if (!row.unhappy()) return;
        if (Boolean.FALSE.equals(row.wasUnhappy())) add("mood", 35, phrases.text("attention.sinking"));
        else add("mood", 25, phrases.text("attention.unhappy"));
    }

    private void trouble(AttentionRow row) {
        if (row.reopenedSeconds() != null)
            add("reopened", 15, phrases.text("attention.reopened", span(row.reopenedSeconds())));
        if (row.hands() >= MANY_HANDS) add("hands", 10, phrases.text("attention.hands", row.hands()));
        if (row.priority() == URGENT) add("urgent", 10, phrases.text("attention.urgent"));
    }

    private void company(AttentionRow row) {
        if (row.companyTier() != null && IMPORTANT.contains(row.companyTier()))
            add("company", 15, phrases.text("attention.company", row.companyName(), row.companyTier()));
        if ("At risk".equals(row.companyHealth())) add("risk", 10, phrases.text("attention.risk", row.companyName()));
    }

    private void add(String kind, int points, String text) {
        found.add(new Reason(kind, points, text));
    }

    private String span(long seconds) {
        var span = Duration.ofSeconds(seconds);
        if (span.toHours() < 1) return phrases.text("time.minutes", Math.max(1, span.toMinutes()));
        return span.toHours() < 48
                ? phrases.text("time.hours", span.toHours())
                : phrases.text("time.days", span.toDays());
    }
}
