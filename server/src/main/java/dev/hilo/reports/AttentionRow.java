package dev.hilo.reports;

/**
 * An open ticket with what may make it matter now.
 *
 * @param waitingSeconds since when the customer waits for the team; null while it is the customer's turn
 * @param dueSeconds until the next promise breaks; negative once it is broken, null without one
 * @param unhappy the customer's last message sounds so
 * @param wasUnhappy the one before did; null when there was none
 * @param reopenedSeconds since when it is open again; null unless it was reopened of late
 * @param hands how many agents have written
 */
public record AttentionRow(
        long id,
        String subject,
        int status,
        int priority,
        String requesterName,
        Long responderId,
        String responderName,
        String groupName,
        String companyName,
        String companyTier,
        String companyHealth,
        Long waitingSeconds,
        Long dueSeconds,
        boolean unhappy,
        Boolean wasUnhappy,
        Long reopenedSeconds,
        int hands) {}
