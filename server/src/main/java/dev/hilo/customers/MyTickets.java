package dev.hilo.customers;

import dev.hilo.api.Attachment;
import dev.hilo.api.Upload;
import dev.hilo.attachments.Attachments;
import dev.hilo.attachments.Owner;
import dev.hilo.attachments.Staged;
import dev.hilo.conversations.Conversations;
import dev.hilo.conversations.ReceivedEntry;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.events.Acting;
import dev.hilo.events.Actor;
import dev.hilo.html.Html;
import dev.hilo.tickets.ReceivedTickets;
import dev.hilo.web.Address;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** The tickets that a customer may see, and what a customer does to them: it arrives as the customer's mail would. */
public final class MyTickets {

    static final int PAGE = 25;
    static final int ENTRIES = 50;

    /** @param state {@code open}, {@code done} or {@code all} @param isAll whether those of the companies too */
    record Wanted(String state, boolean isAll, int page) {}

    /** A page of a list. */
    record Found(List<MyTicketStore.Line> lines, boolean hasMore) {}

    /** A ticket and a page of what was said on it, oldest first. @param files by the entry, those of the ticket under 0 */
    record Thread(
            MyTicketStore.Reading ticket,
            List<MyTicketStore.Said> said,
            boolean hasOlder,
            Map<Long, List<Attachment>> files) {}

    private final Database database;
    private final Attachments attachments;
    private final Conversations conversations;
    private final ReceivedTickets tickets;
    private final Clock clock;

    public MyTickets(
            Database database,
            Attachments attachments,
            Conversations conversations,
            ReceivedTickets tickets,
            Clock clock) {
        this.database = database;
        this.attachments = attachments;
        this.conversations = conversations;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** Those with the latest activity first. */
    Found list(Customer customer, Wanted wanted) {
        var lines = database.read(h -> h.attach(MyTicketStore.class)
                .tickets(
                        customer.accountId(),
                        customer.id(),
                        customer.companyIds(),
                        wanted.isAll(),
                        wanted.state(),
                        PAGE + 1,
                        (wanted.page() - 1L) * PAGE));
        boolean hasMore = lines.size() > PAGE;
        return new Found(hasMore ? lines.subList(0, PAGE) : lines, hasMore);
    }

    /** @throws Refusal.NotFound for a ticket that is not the customer's to see */
    MyTicketStore.Reading require(Customer customer, long id) {
        return database.read(h -> require(h, customer, id));
    }

    private static MyTicketStore.Reading require(Handle handle, Customer customer, long id) {
        return handle.attach(MyTicketStore.class)
                .ticket(customer.accountId(), customer.id(), customer.companyIds(), id)
                .orElseThrow(Refusal.NotFound::new);
    }

    /** @param page 1 for the newest */
    Thread thread(Customer customer, long id, int page, Address address) {
        long account = customer.accountId();
        return database.read(h -> {
            var ticket = require(h, customer, id);
            var newest = h.attach(MyTicketStore.class)
                    .said(account, id, clock.instant(), ENTRIES + 1, (page - 1L) * ENTRIES);
            boolean hasOlder = newest.size() > ENTRIES;
            var said = new ArrayList<>(hasOlder ? newest.subList(0, ENTRIES) : newest);
            Collections.reverse(said);
            var ids = said.stream().map(MyTicketStore.Said::id).toList();
            var files = attachments.of(h, account, Owner.CONVERSATION, ids, address);
            files.put(0L, attachments.of(h, account, Owner.TICKET, id, address));
            return new Thread(ticket, said, hasOlder, files);
        });
    }

    /** Where a file of a ticket is fetched for a while. @param entryId 0 for a file of the ticket itself */
    String file(Customer customer, long id, long entryId, long fileId, Address address) {
        long account = customer.accountId();
        return database.read(h -> {
            require(h, customer, id);
            if (entryId != 0 && !h.attach(MyTicketStore.class).isPublic(account, id, entryId, clock.instant())) {
                throw new Refusal.NotFound();
            }
            var owner = entryId == 0 ? Owner.TICKET : Owner.CONVERSATION;
            return attachments.of(h, account, owner, entryId == 0 ? id : entryId, address).stream()
                    .filter(file -> file.id() == fileId)
                    .findFirst()
                    .map(Attachment::attachmentUrl)
                    .orElseThrow(Refusal.NotFound::new);
        });
    }

    /** What a customer writes: it opens the ticket again as mail does. @param text plain */
    void reply(Customer customer, long id, String text, List<Upload> files, Address address) {
        require(customer, id);
        var now = clock.instant();
        try (var staged = attachments.stage(customer.accountId(), files)) {
            acting(customer, h -> write(h, customer, id, text, staged, address, now));
        }
    }

    private void write(
            Handle handle, Customer customer, long id, String text, Staged staged, Address address, Instant now) {
        long account = customer.accountId();
        var ticket = require(handle, customer, id);
        if (ticket.frozen()) throw new Refusal.MethodNotAllowed("GET");
        tickets.reopen(handle, account, id, now);
        long entryId = conversations.nextId(handle);
        var entry = new ReceivedEntry(
                entryId,
                id,
                customer.id(),
                html(text),
                customer.email(),
                ticket.supportEmail(),
                ticket.supportEmail() == null ? List.of() : List.of(ticket.supportEmail()),
                List.of(),
                ticket.mailboxId(),
                false,
                false,
                false,
                !staged.isEmpty());
        conversations.received(handle, account, entry, now);
        attachments.attach(handle, account, Owner.CONVERSATION, entryId, id, staged, now, address);
    }

    /** The customer needs nothing more. */
    void solve(Customer customer, long id) {
        acting(customer, h -> {
            if (require(h, customer, id).frozen()) throw new Refusal.MethodNotAllowed("GET");
            tickets.resolve(h, customer.accountId(), id, clock.instant());
        });
    }

    private void acting(Customer customer, Consumer<Handle> work) {
        Acting.run(Actor.customer(customer.id()), "portal", () -> database.run(work::accept));
    }

    static String html(String text) {
        return Html.escape(text.strip()).replaceAll("\\r\\n|\\r|\\n", "<br>");
    }
}
