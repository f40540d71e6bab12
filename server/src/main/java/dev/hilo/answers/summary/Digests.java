package dev.hilo.answers.summary;

import dev.hilo.accounts.Caller;
import dev.hilo.answers.draft.TicketReader;
import dev.hilo.answers.language.LanguageModels;
import dev.hilo.api.TicketDigest;

/** Tickets in short, on demand. */
public final class Digests {

    private final TicketReader tickets;
    private final LanguageModels models;

    public Digests(TicketReader tickets, LanguageModels models) {
        this.tickets = tickets;
        this.models = models;
    }

    TicketDigest of(Caller caller, long ticketId) {
        var ticket = tickets.read(caller, ticketId);
        var digest = Digest.of(
                ticket, ticket.language(), models.of(caller.accountId()).orElse(null));
        return new TicketDigest(ticketId, ticket.language(), digest.text(), digest.by(), digest.nextSteps());
    }
}
