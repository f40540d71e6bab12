package dev.hilo.sync;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.hilo.api.Bounds;
import dev.hilo.api.FieldError;
import dev.hilo.api.Required;
import dev.hilo.errors.Refusal;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.util.List;
import java.util.Map;

/** {@code /api/hilo/v1/links}: the account that this one mirrors, by the number of the account here. */
public final class LinksApi {

    /**
     * A new link, in an account of its own.
     *
     * @param domain such as {@code acme.freshdesk.com}
     * @param plan whether only the forecast is wanted
     */
    public record CreateLink(
            @Required @Bounds(255) String domain,
            @Required @Bounds(255) String key,
            @Bounds(63) String subdomain,
            Integer share,
            Boolean withFiles,
            Boolean plan) {}

    /** @param key another one, of an agent there */
    public record UpdateLink(
            Boolean active, Integer share, @Bounds(255) String key) {}

    /** @param all whether what is read now and then is read now */
    public record Asked(Boolean all) {}

    /** @param tickets whose entries are compared @param repair whether what differs is made the same as there */
    public record Verify(Integer tickets, Boolean repair) {}

    record Created(long id, String subdomain, String agentEmail, String apiKey, String pushPath) {}

    record View(long id, @JsonUnwrapped Link link, List<SyncStore.Standing> lists, long ticketsToDo) {}

    private static final int TICKETS_COMPARED = 500;
    static final String PATH = "/api/hilo/v1/links";
    static final String PUSH = "/api/hilo/v1/push/";

    private final Links links;
    private final Sync sync;

    public LinksApi(Links links, Sync sync) {
        this.links = links;
        this.sync = sync;
    }

    public Answer list(Call call) {
        long accountId = call.account().accountId();
        return Answer.ok(links.find(accountId).map(this::view).stream().toList());
    }

    public Answer create(Call call) {
        var asked = call.body(CreateLink.class);
        int share = share(asked.share(), 50);
        var wanted = new NewLink(
                asked.domain(), asked.key(), asked.subdomain(), share, !Boolean.FALSE.equals(asked.withFiles()));
        if (Boolean.TRUE.equals(asked.plan())) return Answer.ok(links.forecast(wanted));
        var made = links.create(wanted);
        long id = made.account().accountId();
        return new Answer.Created(
                PATH + "/" + id,
                new Created(id, made.account().subdomain(), made.agentEmail(), made.key(), PUSH + made.pushToken()));
    }

    private static int share(Integer asked, int otherwise) {
        if (asked == null) return otherwise;
        if (asked >= 1 && asked <= 100) return asked;
        throw new Refusal.Invalid(FieldError.invalid("share", "It should be from 1 to 100"));
    }

    public Answer view(Call call) {
        return Answer.ok(view(require(call)));
    }

    private View view(Link link) {
        return new View(link.accountId(), link, sync.standings(link.accountId()), sync.ticketsToDo(link.accountId()));
    }

    public Answer update(Call call) {
        var asked = call.body(UpdateLink.class);
        var link = require(call);
        boolean active = asked.active() == null ? link.active() : asked.active();
        links.update(link, active, share(asked.share(), link.share()), asked.key());
        return view(call);
    }

    public Answer delete(Call call) {
        links.delete(require(call).accountId());
        return Answer.done();
    }

    public Answer forecast(Call call) {
        return Answer.ok(links.forecast(require(call)));
    }

    /** Begins a run; its report is among the reports. */
    public Answer sync(Call call) {
        boolean all = Boolean.TRUE.equals(call.body(Asked.class).all());
        var link = require(call);
        sync.begin(link.accountId(), all ? Scope.ALL : Scope.DUE);
        return Answer.accepted(Map.of("reports", PATH + "/" + link.accountId() + "/reports"));
    }

    /** Begins a comparison; its report is among the reports. */
    public Answer verify(Call call) {
        var asked = call.body(Verify.class);
        int tickets = asked.tickets() == null ? TICKETS_COMPARED : asked.tickets();
        if (tickets < 0) throw new Refusal.Invalid(FieldError.invalid("tickets", "It should be 0 or more"));
        var link = require(call);
        sync.beginVerify(link.accountId(), tickets, Boolean.TRUE.equals(asked.repair()));
        return Answer.accepted(Map.of("reports", PATH + "/" + link.accountId() + "/reports"));
    }

    /** Called by the other side, or by whoever knows the address, when something has changed there. */
    public Answer push(Call call) {
        sync.pushed(links.requirePush(call.segment(0)));
        return Answer.done();
    }

    /** What is written here and is to be written there, newest first. */
    public Answer outgoing(Call call) {
        return Answer.page(sync.outgoing(require(call).accountId(), call.paging()));
    }

    /** Takes back what was not sent yet. */
    public Answer cancel(Call call) {
        sync.cancel(require(call).accountId(), call.id(1));
        return Answer.done();
    }

    public Answer reports(Call call) {
        return Answer.page(sync.reports(require(call).accountId(), call.paging()));
    }

    public Answer report(Call call) {
        return Answer.ok(sync.report(require(call).accountId(), call.id(1)));
    }

    private Link require(Call call) {
        if (call.id() != call.account().accountId()) throw new Refusal.NotFound();
        return links.require(call.account().accountId());
    }
}
