package dev.hilo.logins;

import dev.hilo.accounts.Caller;
import dev.hilo.api.Bounds;
import dev.hilo.errors.Refusal;
import dev.hilo.pages.Pages;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** {@code /profile/login}: an agent's own password and second factor. */
public final class OwnLoginPages {

    public record Password(
            @Bounds(300) String before,
            @Bounds(300) String password,
            @Bounds(300) String again) {}

    public record Code(@Bounds(40) String code) {}

    /**
     * @param isOn whether a code is asked at each log-in
     * @param secret proposed, to be typed by hand; null where none is
     * @param qr the same, to be looked at
     * @param codes to keep, shown once; else empty
     * @param failure a phrase, or null
     * @param done a phrase, or null
     */
    public record LoginPage(boolean isOn, String secret, QrCode qr, List<String> codes, String failure, String done) {}

    private final PasswordLinks passwords;
    private final SecondFactors factors;
    private final Pages pages;

    public OwnLoginPages(PasswordLinks passwords, SecondFactors factors, Pages pages) {
        this.passwords = passwords;
        this.factors = factors;
        this.pages = pages;
    }

    public Answer view(Call call) {
        return show(call, 200, List.of(), null, null);
    }

    private Answer show(Call call, int status, List<String> codes, String failure, String done) {
        var caller = call.caller();
        String secret = factors.proposed(caller).orElse(null);
        var page = new LoginPage(
                factors.isOn(caller.accountId(), caller.agentId()),
                secret,
                secret == null ? null : QrCode.of(uri(caller, secret)),
                codes,
                failure,
                done);
        var html = (Answer.Html) pages.page(call, "logins/own", "profile", "ownLogin.title", page);
        return new Answer.Html(status, html.body(), Map.of(), List.of());
    }

    /** As authenticators read it. */
    private static String uri(Caller caller, String secret) {
        String issuer = encoded(caller.account().name() + " (Hilo)");
        return "otpauth://totp/" + issuer + ":" + encoded(caller.email()) + "?secret=" + secret + "&issuer=" + issuer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public Answer changePassword(Call call) {
        var given = call.body(Password.class);
        if (given.password() == null || !given.password().equals(given.again())) {
            return show(call, 400, List.of(), "password.different", null);
        }
        try {
            String before = given.before() == null ? "" : given.before();
            passwords.change(
                    call.caller(), before, given.password(), call.visitor().sessionId());
            return show(call, 200, List.of(), null, "password.changed");
        } catch (Refusal.Unauthenticated wrong) {
            return show(call, 401, List.of(), "password.wrong", null);
        } catch (Refusal.Forbidden locked) {
            return show(call, 429, List.of(), "login.locked", null);
        } catch (Refusal.Invalid weak) {
            return show(call, 400, List.of(), "password.weak", null);
        }
    }

    public Answer propose(Call call) {
        factors.propose(call.caller());
        return new Answer.Redirect("/profile/login");
    }

    public Answer confirm(Call call) {
        return withCode(call, code -> {
            var codes = factors.confirm(call.caller(), code);
            return show(call, 200, codes, null, "factor.isOn");
        });
    }

    public Answer turnOff(Call call) {
        return withCode(call, code -> {
            factors.turnOff(call.caller(), code);
            return show(call, 200, List.of(), null, "factor.isOff");
        });
    }

    private interface Step {
        Answer of(String code);
    }

    private Answer withCode(Call call, Step step) {
        try {
            return step.of(call.body(Code.class).code());
        } catch (SecondFactors.WrongCode wrong) {
            return show(call, 400, List.of(), "code.wrong", null);
        } catch (Refusal.Forbidden locked) {
            return show(call, 429, List.of(), "code.locked", null);
        }
    }
}
