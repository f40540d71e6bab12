package dev.hilo.tickets;

import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Sight;
import dev.hilo.api.CreateTicket;
import dev.hilo.api.FieldError;
import dev.hilo.api.Ticket;
import dev.hilo.api.TicketCreated;
import dev.hilo.api.TicketItem;
import dev.hilo.api.TicketUpdated;
import dev.hilo.api.UpdateTicket;
import dev.hilo.attachments.Attachments;
import dev.hilo.attachments.Owner;
import dev.hilo.conversations.Conversations;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.events.TicketEvents;
import dev.hilo.fields.Forms;
import dev.hilo.mail.out.Outbox;
import dev.hilo.web.Address;
import dev.hilo.web.IfMatch;
import dev.hilo.web.Page;
import dev.hilo.web.Paging;
import dev.hilo.web.Versioned;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Tickets: created, viewed, changed, thrown away and brought back. Their other concerns have classes of their own. */
public final class Tickets {

    private static final int LAST_PAGE = 300;

    private final Database database;
    private final Attachments attachments;
    private final Conversations conversations;
    private final Outbox outbox;
    private final Forms forms;
    private final SlaTimes sla;
    private final Clock clock;
    private final PastTickets past;

    public Tickets(
            Database database,
            Attachments attachments,
            Conversations conversations,
            Outbox outbox,
            Forms forms,
            SlaTimes sla,
            Clock clock) {
        this.database = database;
        this.attachments = attachments;
        this.conversations = conversations;
        this.outbox = outbox;
        this.forms = forms;
        this.sla = sla;
        this.clock = clock;
        this.past = new PastTickets(new TicketEvents(database));
    }

    public TicketCreated create(Caller caller, Address address, CreateTicket asked) {
        return create(caller, address, asked, false);
    }

    /** A ticket that begins with a mail to its requester: the description. */
    public TicketCreated createAndMail(Caller caller, Address address, CreateTicket asked) {
        return create(caller, address, asked, true);
    }

    private TicketCreated create(Caller caller, Address address, CreateTicket asked, boolean isMailed) {
        var form = forms.ofTickets(caller.accountId());
        var now = clock.instant();
        try (var staged = attachments.stage(caller.accountId(), asked.attachments())) {
            return database.write(handle -> {
                long accountId = caller.accountId();
                boolean tracks = asked.relatedTicketIds() != null;
                var fields = new NewTicket(handle, caller, asked, form, sla, now).fields(tracks);
                var related = tracks ? Associations.requireFree(handle, accountId, asked.relatedTicketIds()) : null;
                long id = insert(handle, accountId, fields, now);
                if (related != null) Associations.track(handle, accountId, id, related, now);
                Associations.markParent(handle, accountId, asked.parentId(), now);
                var files = attachments.attach(handle, accountId, Owner.TICKET, id, id, staged, now, address);
                if (isMailed) outbox.addOutbound(handle, accountId, id, now);
                var row = read(handle, accountId, id);
                return TicketViews.created(
                        row, form.full(row.customFields()), files, associates(handle, accountId, row));
            });
        }
    }

    private static long insert(Handle handle, long accountId, Fields fields, Instant now) {
        var store = handle.attach(TicketStore.class);
        long id = store.nextId(accountId);
        store.insert(accountId, id, fields, Milestones.first(fields.status(), fields.source(), now), now);
        return id;
    }

    /** The ticket just written, which its writer may read whatever the scope. */
    private static TicketRow read(Handle handle, long accountId, long id) {
        return handle.attach(TicketStore.class)
                .find(new Sight(accountId, 1, 0, List.of()), id)
                .orElseThrow();
    }

    /** Freshdesk answers a status of a wrong type with the statuses that there are, which the decoder cannot know. */
    FieldError tellingStatuses(Caller caller, FieldError error) {
        boolean mistyped = "status".equals(error.field()) && error.code().equals("datatype_mismatch");
        if (!mistyped) return error;
        String sent = error.message().substring(0, error.message().indexOf('.') + 1);
        var allowed = TicketRules.values(forms.ofTickets(caller.accountId()).statusIds());
        return new FieldError("status", sent + allowed, error.code());
    }

    public Versioned<Ticket> view(Caller caller, Address address, long id, Includes includes) {
        return database.read(handle -> view(handle, caller, address, id, false, includes));
    }

    /** The ticket with its requester and company. */
    public Ticket view(Caller caller, Address address, long id) {
        return view(caller, address, id, new Includes(Set.of("requester", "company")))
                .body();
    }

    public Versioned<Ticket> viewArchived(Caller caller, Address address, long id) {
        return database.read(handle -> view(handle, caller, address, id, true, new Includes(Set.of())));
    }

    private Versioned<Ticket> view(
            Handle handle, Caller caller, Address address, long id, boolean archived, Includes includes) {
        long accountId = caller.accountId();
        var store = handle.attach(TicketStore.class);
        var row = store.find(Sight.of(caller), id)
                .filter(ticket -> ticket.archived() == archived)
                .orElseThrow(Refusal.NotFound::new);
        var included = new TicketViews.Included(
                includes.has("conversations") ? conversations.firstTen(caller, address, id) : null,
                includes.has("requester") ? store.requester(accountId, row.requesterId()) : null,
                includes.has("company") ? company(store, accountId, row.companyId()) : null,
                includes.has("stats"));
        var files = attachments.of(handle, accountId, Owner.TICKET, id, address);
        var custom = forms.ofTickets(accountId).full(row.customFields());
        var ticket = TicketViews.view(row, custom, files, associates(handle, accountId, row), included);
        return new Versioned<>(ticket, row.version());
    }

    /** As it was at a time, or as it was created when the time is that very moment. */
    public Ticket viewAt(Caller caller, Address address, long id, Instant time) {
        return database.read(handle -> {
            long accountId = caller.accountId();
            handle.attach(TicketStore.class).find(Sight.of(caller), id).orElseThrow(Refusal.NotFound::new);
            var row = past.at(handle, accountId, id, time).orElseThrow(Refusal.NotFound::new);
            var files = attachments.of(handle, accountId, Owner.TICKET, id, address);
            var custom = forms.ofTickets(accountId).full(row.customFields());
            var nothing = new TicketViews.Included(null, null, null, false);
            return TicketViews.view(row, custom, files, associates(handle, accountId, row), nothing);
        });
    }

    private static Map<String, Object> company(TicketStore store, long accountId, Long companyId) {
        return companyId == null ? Map.of() : Map.of("id", companyId, "name", store.companyName(accountId, companyId));
    }

    /** The children of a parent, what a tracker tracks, or the one that a child or related ticket belongs to. */
    private static List<Long> associates(Handle handle, long accountId, TicketRow ticket) {
        if (ticket.associationType() == null) return null;
        if (ticket.primeId() != null) return List.of(ticket.primeId());
        return handle.attach(TicketStore.class).associates(accountId, ticket.id());
    }

    /** @param wanted refused when the ticket is at another version by the time it is locked */
    public Versioned<TicketUpdated> update(
            Caller caller, Address address, long id, UpdateTicket asked, IfMatch wanted) {
        var form = forms.ofTickets(caller.accountId());
        var now = clock.instant();
        try (var staged = attachments.stage(caller.accountId(), asked.attachments())) {
            return database.write(handle -> {
                long accountId = caller.accountId();
                var before = update(handle, caller, id, asked, now, wanted);
                if (!staged.isEmpty()) {
                    attachments.attach(handle, accountId, Owner.TICKET, id, id, staged, now, address);
                    handle.attach(TicketStore.class).touch(accountId, id, now);
                }
                var row = read(handle, accountId, id);
                var files = attachments.of(handle, accountId, Owner.TICKET, id, address);
                var custom = form.full(row.customFields());
                var ticket = TicketViews.updated(row, before, custom, files, associates(handle, accountId, row));
                return new Versioned<>(ticket, row.version());
            });
        }
    }

    /** Changes all but the files. @return the ticket as it was */
    public TicketRow update(Handle handle, Caller caller, long id, UpdateTicket asked, Instant now) {
        return update(handle, caller, id, asked, now, IfMatch.ANY);
    }

    private TicketRow update(Handle handle, Caller caller, long id, UpdateTicket asked, Instant now, IfMatch wanted) {
        var form = forms.ofTickets(caller.accountId());
        var before = lockOpen(handle, caller, id);
        var fields = new TicketChange(handle, caller, before, asked, form, sla, now).fields();
        wanted.require(before.version());
        change(handle, caller.accountId(), before, fields, now);
        return before;
    }

    /** Writes what differs; a change that changes nothing leaves the ticket's time alone. */
    static void change(Handle handle, long accountId, TicketRow before, Fields fields, Instant now) {
        if (fields.equals(Fields.of(before))) return;
        var milestones = Milestones.of(before).after(before.status(), fields.status(), now);
        handle.attach(TicketStore.class).update(accountId, before.id(), fields, milestones, now);
        if (Objects.equals(before.primeId(), fields.primeId())) return;
        Associations.markParent(handle, accountId, fields.primeId(), now);
        Associations.release(handle, accountId, before.primeId(), now);
    }

    private static TicketRow lock(Handle handle, Caller caller, long id) {
        return handle.attach(TicketStore.class)
                .lock(Sight.of(caller), id)
                .filter(ticket -> !ticket.archived())
                .orElseThrow(Refusal.NotFound::new);
    }

    /** A ticket that may be changed: it is there, seen, and neither in trash nor in spam. */
    static TicketRow lockOpen(Handle handle, Caller caller, long id) {
        var ticket = lock(handle, caller, id);
        if (ticket.isFrozen()) throw new Refusal.MethodNotAllowed("GET");
        return ticket;
    }

    /** Into the trash, from where it can be restored for thirty days. */
    public void delete(Caller caller, long id, IfMatch wanted) {
        database.run(handle -> {
            wanted.require(lockOpen(handle, caller, id).version());
            handle.attach(TicketStore.class).delete(caller.accountId(), id, clock.instant());
        });
    }

    public static void delete(Handle handle, Caller caller, long id, Instant now) {
        lockOpen(handle, caller, id);
        handle.attach(TicketStore.class).delete(caller.accountId(), id, now);
    }

    public void restore(Caller caller, long id, IfMatch wanted) {
        database.run(handle -> {
            var ticket = lock(handle, caller, id);
            if (!ticket.deleted()) throw new Refusal.NotFound();
            wanted.require(ticket.version());
            handle.attach(TicketStore.class).restore(caller.accountId(), id, clock.instant());
        });
    }

    public Page<TicketItem> list(Caller caller, TicketFilter filter, Paging paging) {
        if (paging.page() > LAST_PAGE) {
            throw new Refusal.Invalid(FieldError.invalid(
                    "page", "You cannot access tickets beyond the 300th page. Please provide a smaller page number."));
        }
        var includes = Includes.read(filter.include(), Includes.OF_LIST);
        return database.read(handle -> {
            var query = new TicketList(handle, caller, clock.instant()).query(filter, includes);
            var page = Page.of(query.page(handle, paging), paging);
            var form = forms.ofTickets(caller.accountId());
            return new Page<>(
                    new TicketItems(handle, caller.accountId(), form).of(page.items(), includes), page.hasMore());
        });
    }
}
