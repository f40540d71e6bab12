package dev.hilo.logins;

import dev.hilo.api.Bounds;
import dev.hilo.errors.Refusal;
import dev.hilo.pages.Pages;
import dev.hilo.sessions.Throttle;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code /password}: asking for a link, and choosing a password with it. */
public final class PasswordPages {

    public record Forgotten(@Bounds(300) String email) {}

    /** @param link as it was mailed */
    public record Mailed(@Bounds(100) String link) {}

    public record Chosen(
            @Bounds(100) String link,
            @Bounds(300) String password,
            @Bounds(300) String again) {}

    /** @param failure a phrase, or null */
    public record ForgottenPage(String email, boolean isSent, String failure) {}

    /** @param link null for one that cannot be used @param failure a phrase, or null */
    public record ChoosePage(String link, String email, String failure) {}

    private final PasswordLinks links;
    private final Pages pages;
    private final Throttle byNetwork = new Throttle(30, Duration.ofMinutes(10));

    public PasswordPages(PasswordLinks links, Pages pages) {
        this.links = links;
        this.pages = pages;
    }

    public Answer forgotten(Call call) {
        return forgotten(call, 200, new ForgottenPage("", false, null));
    }

    private Answer forgotten(Call call, int status, ForgottenPage page) {
        return with(status, pages.page(call, "logins/forgotten", "", "password.forgotten", page));
    }

    private static Answer with(int status, Answer page) {
        return new Answer.Html(status, ((Answer.Html) page).body(), Map.of(), List.of());
    }

    /** Says the same whoever it is. */
    public Answer mail(Call call) {
        String given = call.body(Forgotten.class).email();
        String email = given == null ? "" : given.strip();
        if (!email.matches("[^\\s@]+@[^\\s@]+")) {
            return forgotten(call, 400, new ForgottenPage(email, false, "password.incomplete"));
        }
        if (!byNetwork.allows(call.account().accountId(), call.client())) {
            return forgotten(call, 429, new ForgottenPage(email, false, "password.often"));
        }
        links.mailReset(call.account(), call.address(), email);
        return forgotten(call, 200, new ForgottenPage(email, true, null));
    }

    /** Only asks: those who look through mail for harm follow every link. */
    public Answer form(Call call) {
        String link = call.parameters(Mailed.class).link();
        return choose(call, 200, link, null);
    }

    private Answer choose(Call call, int status, String link, String failure) {
        var holder = links.holder(call.account(), link);
        var page = new ChoosePage(
                holder.isEmpty() ? null : link,
                holder.map(LoginStore.Person::email).orElse(null),
                failure);
        return with(holder.isEmpty() ? 404 : status, pages.page(call, "logins/choose", "", "password.choose", page));
    }

    public Answer choose(Call call) {
        var chosen = call.body(Chosen.class);
        if (chosen.password() == null || !chosen.password().equals(chosen.again())) {
            return choose(call, 400, chosen.link(), "password.different");
        }
        try {
            if (!links.choose(call.account(), chosen.link(), chosen.password())) {
                return choose(call, 404, null, null);
            }
            return new Answer.Redirect("/login");
        } catch (Refusal.Invalid weak) {
            return choose(call, 400, chosen.link(), "password.weak");
        }
    }
}
