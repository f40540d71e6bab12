package dev.hilo.logins;

import dev.hilo.api.Bounds;
import dev.hilo.errors.Refusal;
import dev.hilo.pages.LoginPages;
import dev.hilo.pages.Pages;
import dev.hilo.sessions.Sessions;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import dev.hilo.web.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code /login/code}: the second step of a log-in. */
public final class CodePages {

    public record Asked(@Bounds(500) String to) {}

    public record Given(
            @Bounds(40) String code, @Bounds(500) String to) {}

    /** @param failure a phrase, or null */
    public record CodePage(String to, String failure) {}

    private final SecondFactors factors;
    private final Sessions sessions;
    private final Pages pages;

    public CodePages(SecondFactors factors, Sessions sessions, Pages pages) {
        this.factors = factors;
        this.sessions = sessions;
        this.pages = pages;
    }

    public Answer form(Call call) {
        if (call.cookie(LoginPages.CODE_COOKIE) == null) return new Answer.Redirect("/login");
        return show(call, 200, call.parameters(Asked.class).to(), null);
    }

    private Answer show(Call call, int status, String to, String failure) {
        var page = new CodePage(LoginPages.own(to), failure);
        var html = (Answer.Html) pages.page(call, "logins/code", "", "code.title", page);
        return new Answer.Html(status, html.body(), Map.of(), List.of());
    }

    public Answer give(Call call) {
        var given = call.body(Given.class);
        String half = call.cookie(LoginPages.CODE_COOKIE);
        try {
            var agent = factors.meet(call.account(), half, given.code());
            if (agent.isEmpty()) return new Answer.Redirect("/login");
            var cookie = sessions.begin(call.account(), agent.get(), call.header("User-Agent"));
            var spent = new Cookie(LoginPages.CODE_COOKIE, "", Duration.ZERO);
            return new Answer.Redirect(LoginPages.own(given.to()), List.of(cookie, spent));
        } catch (SecondFactors.WrongCode wrong) {
            return show(call, 401, given.to(), "code.wrong");
        } catch (Refusal.Forbidden locked) {
            return show(call, 429, given.to(), "code.locked");
        }
    }
}
