package dev.hilo.pages;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A ticket as the inbox lists it.
 *
 * @param paused whether its SLA clock stands still
 * @param said what was said last, by {@code saidBy}
 * @param readAt when the reader last looked at it, or null
 */
public record InboxRow(
        long id,
        String subject,
        int status,
        int priority,
        int source,
        List<String> tags,
        long requesterId,
        String requesterName,
        String requesterEmail,
        String companyName,
        Long responderId,
        String responderName,
        String groupName,
        Instant createdAt,
        Instant updatedAt,
        Instant requesterRespondedAt,
        Instant agentRespondedAt,
        Instant firstRespondedAt,
        Instant dueBy,
        Instant frDueBy,
        Instant nrDueBy,
        boolean paused,
        String said,
        Instant saidAt,
        boolean saidIncoming,
        boolean saidPrivate,
        String saidBy,
        Instant readAt) {

    public String requester() {
        if (requesterName != null && !requesterName.isBlank()) return requesterName;
        return requesterEmail == null ? "?" : requesterEmail;
    }

    public String title() {
        return subject == null || subject.isBlank() ? "#" + id : subject;
    }

    public boolean isDone() {
        return status == 4 || status == 5;
    }

    /** Whether the customer has said something that the reader has not seen. */
    public boolean isUnread() {
        var last = waitsSince();
        return last != null && (readAt == null || readAt.isBefore(last));
    }

    /** Since when the customer waits; null while it is the customer's turn. */
    public Instant waitsSince() {
        if (isDone() || status == 3) return null;
        if (requesterRespondedAt == null) return agentRespondedAt == null ? createdAt : null;
        boolean answered = agentRespondedAt != null && !agentRespondedAt.isBefore(requesterRespondedAt);
        return answered ? null : requesterRespondedAt;
    }

    /** The promise that breaks first; null where none runs. */
    public Instant deadline() {
        if (isDone() || paused) return null;
        return Stream.of(dueBy, nrDueBy, firstRespondedAt == null ? frDueBy : null)
                .filter(time -> time != null)
                .min(Instant::compareTo)
                .orElse(null);
    }

    public boolean isLate(Instant now) {
        var deadline = deadline();
        return deadline != null && deadline.isBefore(now);
    }

    public boolean isSoon(Instant now) {
        return !isLate(now) && deadline() != null && used(now) >= 75;
    }

    /** How much of the time until the deadline has gone, in percent. */
    public int used(Instant now) {
        var deadline = deadline();
        if (deadline == null) return 0;
        var since = waitsSince() == null ? createdAt : waitsSince();
        long whole = Math.max(1, Duration.between(since, deadline).toSeconds());
        return (int) Math.clamp(100 * Duration.between(since, now).toSeconds() / whole, 0, 100);
    }
}
