package dev.hilo.sync;

import dev.hilo.accounts.Privilege;
import dev.hilo.api.Bounds;
import dev.hilo.api.FieldError;
import dev.hilo.api.Required;
import dev.hilo.errors.Refusal;
import dev.hilo.pages.Pages;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import dev.hilo.web.Paging;
import java.util.List;

/** {@code /setup/link}: what this account mirrors and how far it has come; or linking another help desk. */
public final class LinkPages {

    /**
     * What the form sends.
     *
     * @param share percent of the other account's limit
     * @param password for the pages of the new account; asked in the second step
     */
    public record Wanted(
            @Required @Bounds(255) String domain,
            @Required @Bounds(255) String key,
            @Bounds(63) String subdomain,
            Integer share,
            @Bounds(255) String password) {}

    /** How a list stands. @param trouble why it cannot be read; else null */
    public record Line(String resource, boolean isComplete, long rows, String trouble) {}

    /** A run or a comparison. @param differences null where it compared nothing, or goes on */
    public record Run(SyncStore.Report report, Long calls, Long differences) {}

    /** @param made in the step before; shown once */
    public record LinkPage(
            Link link,
            List<Line> lists,
            long ticketsToDo,
            List<Run> runs,
            Wanted form,
            Forecast forecast,
            Links.Made made,
            List<FieldError> problems) {

        /** Whether the first load goes on. */
        public boolean isLoading() {
            return link != null
                    && link.active()
                    && (lists.isEmpty() || ticketsToDo > 0 || lists.stream().anyMatch(list -> !list.isComplete()));
        }
    }

    private static final int SHORTEST_PASSWORD = 10;
    private static final int COMPARED = 500;

    private final Links links;
    private final Sync sync;
    private final Pages pages;

    public LinkPages(Links links, Sync sync, Pages pages) {
        this.links = links;
        this.sync = sync;
        this.pages = pages;
    }

    public Answer view(Call call) {
        return shown(call, fresh(), null, null, List.of());
    }

    private static Wanted fresh() {
        return new Wanted("", "", "", 50, "");
    }

    private Answer shown(Call call, Wanted form, Forecast forecast, Links.Made made, List<FieldError> problems) {
        var page = page(call, form, forecast, made, problems);
        return Pages.refused(pages.page(call, "setup/link", "setup", "setup.link", page), problems);
    }

    private LinkPage page(Call call, Wanted form, Forecast forecast, Links.Made made, List<FieldError> problems) {
        long account = call.caller().accountId();
        var link = links.find(account).orElse(null);
        if (link == null) return new LinkPage(null, List.of(), 0, List.of(), form, forecast, made, problems);
        var lists = sync.standings(account).stream()
                .map(each -> new Line(each.resource(), each.complete(), each.readRows(), each.trouble()))
                .toList();
        var runs = sync.reports(account, new Paging(1, 10)).items().stream()
                .map(LinkPages::run)
                .toList();
        return new LinkPage(link, lists, sync.ticketsToDo(account), runs, form, forecast, made, problems);
    }

    private static Run run(SyncStore.Report report) {
        var json = report.report();
        Long calls = json != null && json.path("calls").isNumber()
                ? json.get("calls").asLong()
                : null;
        Long differences = json != null && json.path("differences").isNumber()
                ? (Long) json.get("differences").asLong()
                : null;
        return new Run(report, calls, differences);
    }

    /** The part that moves while the first load goes on. */
    public Answer progress(Call call) {
        return pages.part(call, "setup/standing", page(call, fresh(), null, null, List.of()));
    }

    /** Asks the other side what a first load would take, and makes nothing. */
    public Answer check(Call call) {
        var form = call.body(Wanted.class);
        try {
            return shown(call, form, links.forecast(wanted(form)), null, List.of());
        } catch (Refusal.Invalid wrong) {
            return shown(call, form, null, null, wrong.errors);
        }
    }

    private static NewLink wanted(Wanted form) {
        int share = form.share() == null ? 50 : form.share();
        if (share < 1 || share > 100)
            throw new Refusal.Invalid(FieldError.invalid("share", "It should be from 1 to 100"));
        String subdomain = form.subdomain() == null || form.subdomain().isBlank() ? null : form.subdomain();
        return new NewLink(form.domain(), form.key(), subdomain, share, true);
    }

    public Answer create(Call call) {
        var form = call.body(Wanted.class);
        try {
            if (form.password() == null || form.password().length() < SHORTEST_PASSWORD) {
                throw new Refusal.Invalid(
                        FieldError.invalid("password", "It should have " + SHORTEST_PASSWORD + " characters or more"));
            }
            var made = links.create(wanted(form), form.password());
            sync.begin(made.account().accountId(), Scope.DUE);
            return shown(call, fresh(), null, made, List.of());
        } catch (Refusal.Invalid wrong) {
            return shown(call, form, null, null, wrong.errors);
        } catch (Refusal.Duplicate taken) {
            return shown(call, form, null, null, taken.errors);
        }
    }

    public Answer sync(Call call) {
        sync.begin(require(call).accountId(), Scope.DUE);
        return back();
    }

    public Answer verify(Call call) {
        sync.beginVerify(require(call).accountId(), COMPARED, false);
        return back();
    }

    public Answer repair(Call call) {
        sync.beginVerify(require(call).accountId(), COMPARED, true);
        return back();
    }

    public Answer pause(Call call) {
        return activate(call, false);
    }

    public Answer resume(Call call) {
        return activate(call, true);
    }

    private Answer activate(Call call, boolean active) {
        call.caller().require(Privilege.MANAGE_ACCOUNT);
        var link = require(call);
        links.update(link, active, link.share(), null);
        return back();
    }

    private Link require(Call call) {
        return links.require(call.caller().accountId());
    }

    private static Answer back() {
        return new Answer.Redirect("/setup/link");
    }
}
