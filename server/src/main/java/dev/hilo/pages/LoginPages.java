package dev.hilo.pages;

import dev.hilo.accounts.Callers;
import dev.hilo.errors.Refusal;
import dev.hilo.logins.SecondFactors;
import dev.hilo.sessions.Sessions;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import dev.hilo.web.Cookie;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code /login}, {@code /logout}, and what this browser is to remember of its reader's taste. */
public final class LoginPages {

    /** @param to where to go afterwards: a path of ours */
    public record Asked(String to) {}

    /** What the form sends. */
    public record Given(String email, String password, String to) {}

    /** @param value of a theme or a language */
    public record Wish(String value, String to) {}

    /**
     * @param demoEmail how to log in to the demo, or null
     * @param demoPassword null where it is told in the terminal alone
     * @param failure a phrase, or null
     */
    public record LoginPage(String email, String to, String failure, String demoEmail, String demoPassword) {}

    private static final Duration FOR_GOOD = Duration.ofDays(400);

    /** Stands for a log-in whose code is still to come. */
    public static final String CODE_COOKIE = "hilo_code";

    private final Sessions sessions;
    private final Callers callers;
    private final SecondFactors factors;
    private final Pages pages;
    private volatile String demoEmail;
    private volatile String demoPassword;

    public LoginPages(Sessions sessions, Callers callers, SecondFactors factors, Pages pages) {
        this.sessions = sessions;
        this.callers = callers;
        this.factors = factors;
        this.pages = pages;
    }

    /** Tells on the log-in page how to get in. @param password null to keep it to the terminal */
    public void tellDemo(String email, String password) {
        demoEmail = email;
        demoPassword = password;
    }

    public Answer form(Call call) {
        String to = own(call.parameters(Asked.class).to());
        if (call.visitor() != null) return new Answer.Redirect(to);
        return pages.page(call, "login", "", "login.title", page("", to, null));
    }

    private LoginPage page(String email, String to, String failure) {
        return new LoginPage(email, to, failure, demoEmail, demoPassword);
    }

    public Answer logIn(Call call) {
        var given = call.body(Given.class);
        String email = given.email() == null ? "" : given.email().strip();
        String to = own(given.to());
        if (email.isEmpty() || given.password() == null) return again(call, email, to, "login.incomplete", 400);
        if (!email.contains("@")) return again(call, email, to, "login.wrong", 401);
        try {
            var caller = callers.logIn(call.account(), email, given.password());
            if (factors.isOn(caller.accountId(), caller.agentId())) {
                var half = new Cookie(CODE_COOKIE, factors.challenge(caller).text(), Duration.ofMinutes(10));
                return new Answer.Redirect(
                        "/login/code?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8), List.of(half));
            }
            var cookie = sessions.begin(call.account(), caller.agentId(), call.header("User-Agent"));
            return new Answer.Redirect(to, List.of(cookie));
        } catch (Refusal.Unauthenticated wrong) {
            return again(call, email, to, "login.wrong", 401);
        } catch (Refusal.Forbidden locked) {
            return again(call, email, to, "login.locked", 429);
        }
    }

    private Answer again(Call call, String email, String to, String failure, int status) {
        var html = (Answer.Html) pages.page(call, "login", "", "login.title", page(email, to, failure));
        return new Answer.Html(status, html.body(), Map.of(), List.of());
    }

    public Answer logOut(Call call) {
        sessions.end(call.caller(), call.visitor().sessionId());
        return new Answer.Redirect("/login", List.of(Sessions.forgotten()));
    }

    public Answer theme(Call call) {
        var wish = call.body(Wish.class);
        return new Answer.Redirect(own(wish.to()), List.of(kept(Views.THEME, wish.value())));
    }

    /** Of a person who is logged in it goes into the profile. */
    public Answer language(Call call) {
        var wish = call.body(Wish.class);
        if (!Phrases.LANGUAGES.contains(wish.value())) throw new Refusal.NotFound();
        if (call.visitor() != null) sessions.speak(call.caller(), wish.value());
        return new Answer.Redirect(own(wish.to()), List.of(kept(Views.LANGUAGE, wish.value())));
    }

    private static Cookie kept(String name, String value) {
        if (value == null || !value.matches("[a-z]{2,8}")) throw new Refusal.NotFound();
        return new Cookie(name, value, FOR_GOOD);
    }

    /** Never an address of another site. */
    public static String own(String to) {
        boolean isOwn = to != null && to.matches("/(?![/\\\\])[\\x21-\\x7e]*") && !to.startsWith("/login");
        return isOwn ? to : "/inbox";
    }
}
