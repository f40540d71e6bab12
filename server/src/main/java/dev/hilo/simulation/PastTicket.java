package dev.hilo.simulation;

import dev.hilo.answers.draft.TicketSoFar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A ticket that people have answered, cut in two at the first answer.
 *
 * @param asOf the customer's last message before the answer: the agent knows nothing younger
 * @param said what the customer had written by then, oldest first, without the description
 * @param answered what people then wrote, until the customer wrote again
 */
public record PastTicket(
        long accountId,
        long id,
        String subject,
        String description,
        Instant createdAt,
        Instant asOf,
        String topic,
        String language,
        String requester,
        String requesterEmail,
        List<String> said,
        List<String> answered) {

    TicketSoFar soFar() {
        var messages = new ArrayList<TicketSoFar.Message>();
        messages.add(new TicketSoFar.Message(TicketSoFar.From.CUSTOMER, description, createdAt));
        for (var text : said) messages.add(new TicketSoFar.Message(TicketSoFar.From.CUSTOMER, text, asOf));
        var contacts = requesterEmail == null ? List.<String>of() : List.of(requesterEmail);
        return new TicketSoFar(accountId, id, subject, language, messages, requester, contacts, asOf);
    }

    String reply() {
        return String.join("\n", answered);
    }
}
