package dev.hilo.customers;

import dev.hilo.accounts.Accounts;
import dev.hilo.api.PortalChoices;
import dev.hilo.db.Database;
import java.time.Clock;

/** What an account has decided about its portal. That of a mirrored account is on the other side. */
public final class PortalSettings {

    private static final PortalChoices FOUNDED = new PortalChoices(true, true);

    private final Database database;
    private final Accounts accounts;
    private final Clock clock;

    public PortalSettings(Database database, Accounts accounts, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.clock = clock;
    }

    PortalChoices of(long accountId) {
        return database.read(h -> h.attach(PortalSettingsStore.class).find(accountId))
                .orElse(FOUNDED);
    }

    /** Whether customers can come in. */
    public boolean isOpen(long accountId) {
        return !accounts.isLinked(accountId) && of(accountId).enabled();
    }

    PortalChoices save(long accountId, PortalChoices asked) {
        var before = of(accountId);
        var choices = new PortalChoices(
                asked.enabled() == null ? before.enabled() : asked.enabled(),
                asked.anonymousTickets() == null ? before.anonymousTickets() : asked.anonymousTickets());
        database.run(h -> h.attach(PortalSettingsStore.class)
                .save(accountId, choices.enabled(), choices.anonymousTickets(), clock.instant()));
        return choices;
    }
}
