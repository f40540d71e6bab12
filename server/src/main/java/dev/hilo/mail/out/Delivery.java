package dev.hilo.mail.out;

import java.util.List;

/**
 * What came of handing a mail to a server.
 *
 * @param error why it did not reach all, or null
 * @param doubtful whether the connection broke when the server may have had the mail already
 * @param serverFailed whether it is the server's fault, so that its other mail may wait too
 */
record Delivery(List<Outcome> outcomes, String error, boolean doubtful, boolean serverFailed) {

    /** @param state still pending when the server has put it off */
    record Outcome(String address, RecipientRow.State state, Integer code, String answer) {
        Long codeOrNull() {
            return code == null ? null : (Long) code.longValue();
        }
    }

    /** All who were to get it have it. */
    static Delivery toNobody() {
        return new Delivery(List.of(), null, false, false);
    }

    /** Nobody got it, as far as is known. */
    static Delivery putOff(List<String> recipients, String reason, boolean doubtful, boolean serverFailed) {
        var outcomes = recipients.stream()
                .map(address -> new Outcome(address, RecipientRow.State.PENDING, null, reason))
                .toList();
        return new Delivery(outcomes, reason, doubtful, serverFailed);
    }

    boolean has(RecipientRow.State state) {
        return outcomes.stream().anyMatch(outcome -> outcome.state() == state);
    }
}
