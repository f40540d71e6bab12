package dev.hilo.customers;

import dev.hilo.api.Among;
import dev.hilo.api.Attachment;
import dev.hilo.api.Bounds;
import dev.hilo.api.Upload;
import dev.hilo.fields.Forms;
import dev.hilo.pages.Body;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.time.Instant;
import java.util.List;

/** {@code /help/tickets}: what a customer has asked, and the answers. */
public final class MyTicketPages {

    private static final String PATH = "/help/tickets";
    private static final int LAST = 100_000;

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
    private final Forms forms;
    private final PortalPages portal;

    public MyTicketPages(MyTickets tickets, Forms forms, PortalPages portal) {
        this.tickets = tickets;
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
            var lines = found.lines().stream().map(line -> line(customer, line)).toList();
            var shown =
                    new ListPage(customer, lines, state, isAll ? "all" : "mine", seesCompany, page, found.hasMore());
            String title = portal.frame(call, customer).text("portal.tickets");
            return portal.page(call, customer, "help/tickets", title, shown);
        });
    }

    private Line line(Customer customer, MyTicketStore.Line line) {
        String status = forms.ofTickets(customer.accountId()).statusNameForCustomers(line.status());
        return new Line(
                line.id(),
                line.subject(),
                status,
                line.status() == 4 || line.status() == 5,
                line.requester(),
                line.isOwn(),
                line.at());
    }

    private static int number(Integer page) {
        return page == null ? 1 : Math.clamp(page, 1, LAST);
    }
}
