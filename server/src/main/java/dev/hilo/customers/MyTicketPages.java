package dev.hilo.customers;

import dev.hilo.api.Among;
import dev.hilo.api.Attachment;
import dev.hilo.api.Bounds;
import dev.hilo.api.Upload;
import dev.hilo.errors.Refusal;
import dev.hilo.fields.Forms;
import dev.hilo.pages.Body;
import dev.hilo.pages.Phrases;
import dev.hilo.sessions.Throttle;
import dev.hilo.surveys.CustomerRatings;
import dev.hilo.tickets.Status;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** {@code /help/tickets}: what a customer has asked, and the answers. */
public final class MyTicketPages {

    private static final String PATH = "/help/tickets";
    private static final int LAST = 100_000;
    private static final int MOST_REPLIES = 100;

    /** Phrases for what customers read of the statuses of a new account. */
    private static final Map<String, String> FOUNDED = Map.of(
            "Being Processed", "portal.status.processed",
            "Awaiting your Reply", "portal.status.awaiting",
            "This ticket has been Resolved", "portal.status.resolved",
            "This ticket has been Closed", "portal.status.closed");

    /** @param whose {@code all} for those of the company too */
    public record Asked(
            @Among({"open", "done", "all"}) String state,
            @Among({"mine", "all"}) String whose,
            Integer page) {}

    /** @param page 1 for the newest entries */
    public record Leafed(Integer page) {}

    /** What the form of a reply sends. */
    public record Reply(
            @Bounds(60_000) String body,
            List<Upload> attachments,
            @Bounds(100) String proof) {}

    /** A button. */
    public record Pressed(@Bounds(100) String proof) {}

    /** @param status as customers read it */
    public record Line(
            long id, String subject, String status, boolean isDone, String requester, boolean isOwn, Instant at) {}

    /** @param seesCompany whether there are others' tickets to see */
    public record ListPage(
            Customer customer,
            List<Line> lines,
            String state,
            String whose,
            boolean seesCompany,
            int page,
            boolean hasMore) {}

    /** Something that was said. @param author null for one who is not there any more */
    public record Message(long id, Body body, boolean isOurs, String author, Instant at, List<Attachment> files) {}

    /**
     * @param status as customers read it
     * @param first how the ticket began; null but on the oldest page
     * @param written what was written and not sent
     * @param failure a phrase, or null
     */
    public record TicketPage(
            Customer customer,
            long id,
            String subject,
            String status,
            boolean isDone,
            boolean isFrozen,
            Message first,
            List<Message> messages,
            int page,
            boolean hasOlder,
            boolean canRate,
            String written,
            String failure) {}

    private final MyTickets tickets;
    private final CustomerRatings ratings;
    private final Forms forms;
    private final PortalPages portal;
    private final Throttle replies = new Throttle(MOST_REPLIES, Duration.ofHours(1));

    public MyTicketPages(MyTickets tickets, CustomerRatings ratings, Forms forms, PortalPages portal) {
        this.tickets = tickets;
        this.ratings = ratings;
        this.forms = forms;
        this.portal = portal;
    }

    public Answer list(Call call) {
        var asked = call.parameters(Asked.class);
        return portal.inside(call, PATH, customer -> {
            boolean seesCompany = !customer.companyIds().isEmpty();
            String state = asked.state() == null ? "open" : asked.state();
            boolean isAll = seesCompany && "all".equals(asked.whose());
            int page = number(asked.page());
            var found = tickets.list(customer, new MyTickets.Wanted(state, isAll, page));
            var phrases = portal.frame(call, customer).phrases();
            var lines = found.lines().stream()
                    .map(line -> line(customer, line, phrases))
                    .toList();
            var shown =
                    new ListPage(customer, lines, state, isAll ? "all" : "mine", seesCompany, page, found.hasMore());
            String title = portal.frame(call, customer).text("portal.tickets");
            return portal.page(call, customer, "help/tickets", title, shown);
        });
    }

    private Line line(Customer customer, MyTicketStore.Line line, Phrases phrases) {
        String status = status(customer, line.status(), phrases);
        return new Line(
                line.id(),
                line.subject(),
                status,
                Status.isDone(line.status()),
                line.requester(),
                line.isOwn(),
                line.at());
    }

    public Answer ticket(Call call) {
        int page = number(call.parameters(Leafed.class).page());
        return portal.inside(call, PATH + "/" + call.id(), customer -> show(call, 200, customer, page, "", null));
    }

    private Answer show(Call call, int status, Customer customer, int page, String written, String failure) {
        var thread = tickets.thread(customer, call.id(), page, call.address());
        var shown = shown(call, customer, thread, page, written, failure);
        return portal.page(status, call, customer, "help/ticket", "#" + shown.id() + " " + shown.subject(), shown);
    }

    private TicketPage shown(
            Call call, Customer customer, MyTickets.Thread thread, int page, String written, String failure) {
        var ticket = thread.ticket();
        var frame = portal.frame(call, customer);
        String more = frame.text("help.quoted");
        var first = new Message(
                0,
                Body.of(ticket.description(), more),
                false,
                ticket.requester(),
                ticket.createdAt(),
                thread.files().get(0L));
        return new TicketPage(
                customer,
                ticket.id(),
                ticket.subject(),
                status(customer, ticket.status(), frame.phrases()),
                ticket.isDone(),
                ticket.frozen(),
                thread.hasOlder() ? null : first,
                thread.said().stream().map(said -> message(said, thread, more)).toList(),
                page,
                thread.hasOlder(),
                ratings.path(customer.accountId(), ticket.id(), customer.id()).isPresent(),
                written,
                failure);
    }

    private static Message message(MyTicketStore.Said said, MyTickets.Thread thread, String more) {
        return new Message(
                said.id(),
                Body.of(said.body(), more),
                !said.incoming(),
                said.author(),
                said.createdAt(),
                thread.files().get(said.id()));
    }

    /** The address of a file ends after some minutes, that of a page does not: it is made when the file is asked for. */
    public Answer file(Call call) {
        return portal.inside(call, PATH + "/" + call.id(), customer -> {
            String address = tickets.file(customer, call.id(), call.id(1), call.id(2), call.address());
            return new Answer.Redirect(address);
        });
    }

    public Answer reply(Call call) {
        var sent = call.body(Reply.class);
        return portal.doing(call, sent.proof(), customer -> {
            String text = sent.body() == null ? "" : sent.body().strip();
            boolean hasFiles = sent.attachments() != null && !sent.attachments().isEmpty();
            if (text.isEmpty() && !hasFiles) return show(call, 400, customer, 1, "", "portal.reply.empty");
            if (!replies.allows(customer.accountId(), "" + customer.id())) {
                return show(call, 429, customer, 1, text, "portal.often");
            }
            try {
                tickets.reply(customer, call.id(), text, sent.attachments(), call.address());
            } catch (Refusal.Invalid tooMuch) {
                return show(call, 400, customer, 1, text, "portal.files.large");
            }
            return new Answer.Redirect(PATH + "/" + call.id());
        });
    }

    public Answer solve(Call call) {
        return portal.doing(call, call.body(Pressed.class).proof(), customer -> {
            tickets.solve(customer, call.id());
            return new Answer.Redirect(PATH + "/" + call.id());
        });
    }

    /** In the reader's language as long as the account says it in Hilo's words. */
    private String status(Customer customer, int status, Phrases phrases) {
        String name = forms.ofTickets(customer.accountId()).statusNameForCustomers(status);
        String key = FOUNDED.get(name);
        return key == null ? name : phrases.text(key);
    }

    private static int number(Integer page) {
        return page == null ? 1 : Math.clamp(page, 1, LAST);
    }
}
