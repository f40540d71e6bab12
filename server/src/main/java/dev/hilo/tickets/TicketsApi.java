package dev.hilo.tickets;

import dev.hilo.accounts.Accounts;
import dev.hilo.api.CreateOutboundEmail;
import dev.hilo.api.CreateTicket;
import dev.hilo.api.Required;
import dev.hilo.api.UpdateTicket;
import dev.hilo.errors.Refusal;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.time.Instant;

/** {@code /api/v2/tickets} */
public final class TicketsApi {

    /** What a single ticket can be asked for. */
    public record View(String include) {}

    private final Tickets tickets;
    private final Purge purge;
    private final Accounts accounts;

    public TicketsApi(Tickets tickets, Purge purge, Accounts accounts) {
        this.tickets = tickets;
        this.purge = purge;
        this.accounts = accounts;
    }

    /** The numbers of tickets are the other account's to give. */
    private void requireOwn(Call call) {
        if (accounts.isLinked(call.account().accountId())) {
            throw new Refusal.Forbidden("linked_account", "Tickets are created in the account that this one mirrors.");
        }
    }

    public Answer create(Call call) {
        requireOwn(call);
        var ticket = tickets.create(call.caller(), call.address(), body(call, CreateTicket.class));
        return Answer.created("tickets/" + ticket.id(), ticket);
    }

    public Answer createOutboundEmail(Call call) {
        requireOwn(call);
        var asked = call.body(CreateOutboundEmail.class);
        var ticket = tickets.createAndMail(
                call.caller(), call.address(), asked.ticket(call.caller().agentId()));
        return Answer.created("tickets/" + ticket.id(), ticket);
    }

    /** The body; a status of another type than a number is told the values that the account has. */
    private <T> T body(Call call, Class<T> shape) {
        try {
            return call.body(shape);
        } catch (Refusal.Invalid refused) {
            throw new Refusal.Invalid(refused.errors.stream()
                    .map(error -> tickets.tellingStatuses(call.caller(), error))
                    .toList());
        }
    }

    public Answer list(Call call) {
        return Answer.page(tickets.list(call.caller(), call.parameters(TicketFilter.class), call.paging()));
    }

    /** Each embedded record of a list costs two credits. */
    public static int costOfList(Call call) {
        return 1
                + 2
                        * Includes.read(call.parameters(TicketFilter.class).include(), Includes.OF_LIST)
                                .count();
    }

    public Answer view(Call call) {
        return Answer.versioned(tickets.view(call.caller(), call.address(), call.id(), includes(call)));
    }

    /** @param time in ISO 8601 */
    public record At(@Required Instant time) {}

    public Answer viewAt(Call call) {
        var time = call.parameters(At.class).time();
        return Answer.ok(tickets.viewAt(call.caller(), call.address(), call.id(), time));
    }

    /** Each embedded record of a single ticket costs one credit. */
    public static int costOfView(Call call) {
        return 1 + includes(call).count();
    }

    private static Includes includes(Call call) {
        return Includes.read(call.parameters(View.class).include(), Includes.OF_ONE);
    }

    public Answer viewArchived(Call call) {
        return Answer.versioned(tickets.viewArchived(call.caller(), call.address(), call.id()));
    }

    public Answer deleteArchived(Call call) {
        purge.removeArchived(call.caller(), call.id());
        return Answer.done();
    }

    public Answer update(Call call) {
        return Answer.versioned(tickets.update(
                call.caller(), call.address(), call.id(), body(call, UpdateTicket.class), call.ifMatch()));
    }

    public Answer delete(Call call) {
        tickets.delete(call.caller(), call.id(), call.ifMatch());
        return Answer.done();
    }

    public Answer restore(Call call) {
        tickets.restore(call.caller(), call.id(), call.ifMatch());
        return Answer.done();
    }
}
