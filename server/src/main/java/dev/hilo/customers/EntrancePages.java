package dev.hilo.customers;

import dev.hilo.api.Bounds;
import dev.hilo.sessions.Throttle;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.time.Duration;
import java.util.List;

/** {@code /help/login}, {@code /help/enter}, {@code /help/logout}: how customers come in and go. */
public final class EntrancePages {

    /** @param to where to go afterwards */
    public record Asked(@Bounds(500) String to) {}

    /** @param link as it was mailed */
    public record Mailed(@Bounds(100) String link) {}

    /** What the form sends. */
    public record Address(
            @Bounds(300) String email, @Bounds(500) String to) {}

    /** The button of the page that a link leads to. */
    public record Confirmed(@Bounds(100) String link) {}

    /** The button that ends a log-in. */
    public record Leaving(@Bounds(100) String proof) {}

    /** @param failure a phrase, or null */
    public record LoginPage(String email, String to, boolean isSent, String failure) {}

    /** @param link null for one that cannot be used */
    public record EnterPage(String link) {}

    private final CustomerSessions sessions;
    private final PortalPages portal;
    private final Throttle byNetwork = new Throttle(30, Duration.ofMinutes(10));

    public EntrancePages(CustomerSessions sessions, PortalPages portal) {
        this.sessions = sessions;
        this.portal = portal;
    }

    public Answer login(Call call) {
        String to = PortalPages.own(call.parameters(Asked.class).to());
        if (portal.customer(call).isPresent()) return new Answer.Redirect(to);
        return show(call, 200, new LoginPage("", to, false, null));
    }

    public Answer mailLink(Call call) {
        portal.requireOpen(call);
        var sent = call.body(Address.class);
        String email = sent.email() == null ? "" : sent.email().strip();
        String to = PortalPages.own(sent.to());
        if (!email.matches("[^\\s@]+@[^\\s@]+")) {
            return show(call, 400, new LoginPage(email, to, false, "portal.login.incomplete"));
        }
        if (!byNetwork.allows(call.account().accountId(), call.client())) {
            return show(call, 429, new LoginPage(email, to, false, "portal.login.often"));
        }
        var phrases = portal.frame(call, null).phrases();
        sessions.mailLink(call.account(), call.address(), email, to, phrases);
        return show(call, 200, new LoginPage(email, to, true, null));
    }

    private Answer show(Call call, int status, LoginPage page) {
        String title = portal.frame(call, null).text("portal.login.title");
        return portal.page(status, call, null, "help/login", title, page);
    }

    /** Only asks: those who look through mail for harm follow every link. */
    public Answer enter(Call call) {
        portal.requireOpen(call);
        String link = call.parameters(Mailed.class).link();
        return sessions.isOpen(call.account(), link) ? showEntrance(call, 200, link) : showEntrance(call, 404, null);
    }

    public Answer confirm(Call call) {
        portal.requireOpen(call);
        var entered = sessions.enter(call.account(), call.body(Confirmed.class).link());
        if (entered.isEmpty()) return showEntrance(call, 404, null);
        return new Answer.Redirect(entered.get().to(), List.of(entered.get().cookie()));
    }

    private Answer showEntrance(Call call, int status, String link) {
        String title = portal.frame(call, null).text("portal.login.title");
        return portal.page(status, call, null, "help/enter", title, new EnterPage(link));
    }

    public Answer logOut(Call call) {
        return portal.doing(call, call.body(Leaving.class).proof(), customer -> {
            var forgotten = sessions.end(call.account(), call.cookie(CustomerSessions.COOKIE));
            return new Answer.Redirect(CustomerSessions.PATH, forgotten);
        });
    }
}
