package dev.hilo.logins;

import dev.hilo.db.Database;
import dev.hilo.pages.Pages;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.time.Clock;
import java.util.List;

/** {@code /setup/logins}: which agents can log in and how; invitations; taking off a second factor that was lost. */
public final class AgentLoginPages {

    public record LoginsPage(List<LoginStore.Line> agents) {}

    private final Database database;
    private final PasswordLinks passwords;
    private final SecondFactors factors;
    private final Clock clock;
    private final Pages pages;

    public AgentLoginPages(
            Database database, PasswordLinks passwords, SecondFactors factors, Clock clock, Pages pages) {
        this.database = database;
        this.passwords = passwords;
        this.factors = factors;
        this.clock = clock;
        this.pages = pages;
    }

    public Answer list(Call call) {
        var agents = database.read(
                h -> h.attach(LoginStore.class).agents(call.caller().accountId(), clock.instant()));
        return pages.page(call, "logins/agents", "setup", "setup.logins", new LoginsPage(agents));
    }

    public Answer invite(Call call) {
        passwords.invite(call.account(), call.address(), call.id());
        return new Answer.Redirect("/setup/logins");
    }

    public Answer removeFactor(Call call) {
        factors.remove(call.caller().accountId(), call.id());
        return new Answer.Redirect("/setup/logins");
    }
}
