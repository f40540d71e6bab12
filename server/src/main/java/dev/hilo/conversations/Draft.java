package dev.hilo.conversations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.Caller;
import dev.hilo.api.FieldError;
import dev.hilo.contacts.Emails;
import dev.hilo.errors.Problems;
import dev.hilo.sla.NextResponses;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** An entry on its way in: its ticket, locked, and what is wrong with the request so far. */
final class Draft {

    /** Of a mail's cc and bcc together; what Freshdesk's own interface takes. */
    private static final int MOST_ADDRESSES = 50;

    private final Handle handle;
    final TicketOfEntry ticket;
    final boolean hasFiles;
    final Instant now;
    private final Caller caller;
    private final NextResponses nextResponses;
    private final Problems problems = new Problems();

    Draft(
            Handle handle,
            Caller caller,
            TicketOfEntry ticket,
            NextResponses nextResponses,
            boolean hasFiles,
            Instant now) {
        this.handle = handle;
        this.caller = caller;
        this.ticket = ticket;
        this.nextResponses = nextResponses;
        this.hasFiles = hasFiles;
        this.now = now;
    }

    EntryBody body(String body, JsonNode structured) {
        if (body != null && !body.isBlank()) return EntryBody.of(body);
        if (structured != null && structured.isObject()) return EntryBody.of(structured);
        problems.add(FieldError.missing("body", "String"));
        return null;
    }

    void addresses(String field, List<String> addresses) {
        if (addresses == null) return;
        problems.addIf(
                addresses.size() > MOST_ADDRESSES,
                FieldError.invalid(field, "It should have at most " + MOST_ADDRESSES + " elements"));
        problems.addIf(
                !addresses.stream().allMatch(Emails::isRecipient),
                FieldError.invalid(field, "It should contain elements that are in the 'valid email address' format"));
    }

    void recipients(List<String> addresses) {
        problems.addIf(addresses.isEmpty(), FieldError.missing("to_emails", "Array"));
        addresses("to_emails", addresses);
    }

    /** The agent in whose name the entry stands. */
    long agent(String field, Long id) {
        if (id == null || id == caller.agentId()) return caller.agentId();
        problems.addIf(!store().isAgent(caller.accountId(), id), FieldError.unknown(field, "agent"));
        return id;
    }

    /** The agent or contact in whose name the entry stands. */
    long person(String field, Long id) {
        if (id == null || id == caller.agentId()) return caller.agentId();
        problems.addIf(!store().isPerson(caller.accountId(), id), FieldError.unknown(field, "contact"));
        return id;
    }

    Sender sender(String address) {
        if (address == null) return ticket.sender();
        var bare = Emails.bare(address);
        var mailbox = store().mailbox(caller.accountId(), bare);
        problems.addIf(
                mailbox.isEmpty(),
                FieldError.invalid("from_email", "There is no email_config matching the given from_email"));
        return mailbox.orElse(ticket.sender());
    }

    void mustHaveBeenForwarded() {
        problems.addIf(
                ticket.fwdEmails().isEmpty(),
                new FieldError("to_emails", "The ticket has not been forwarded yet", "incompatible_field"));
    }

    /** A public note answers the customer; an incoming one is the customer's. */
    void noted(boolean incoming, boolean isPrivate) {
        long accountId = caller.accountId();
        if (incoming) {
            var nextDue = nextResponses.dueBy(handle, accountId, ticket.id(), now);
            store().requesterResponded(accountId, ticket.id(), nextDue, now);
        } else if (isPrivate) touch();
        else store().agentResponded(accountId, ticket.id(), List.of(), now);
    }

    void touch() {
        ConversationSql.touch(handle.getConnection(), caller.accountId(), ticket.id(), now);
    }

    ConversationStore store() {
        return handle.attach(ConversationStore.class);
    }

    void refuse() {
        problems.refuse();
    }
}
