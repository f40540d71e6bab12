package dev.hilo.answers.acting;

import dev.hilo.accounts.Account;
import dev.hilo.answers.draft.TicketSoFar;
import java.util.List;

/** What a ticket is about, as far as that is known. */
@FunctionalInterface
public interface Topics {

    /** Names, the more exact first; empty when nothing is known. */
    List<String> of(Account account, TicketSoFar ticket);
}
