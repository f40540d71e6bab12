package dev.hilo.sandbox;

import dev.hilo.accounts.Account;
import dev.hilo.db.Database;
import dev.hilo.web.Trial;
import java.time.Clock;

/** The controls for those who test integrations: a clock that can be set, faults, a log of calls, snapshots. */
public final class Sandbox implements Trial {

    /** Its own calls are neither logged nor broken. */
    static final String PATH = "/api/hilo/v1/sandbox";

    final SandboxClock clock;
    final Faults faults = new Faults();
    final CallLog calls = new CallLog();
    final Snapshots snapshots;

    public Sandbox(Database database, SandboxClock clock) {
        this.clock = clock;
        this.snapshots = new Snapshots(database);
    }

    public Clock clock() {
        return clock;
    }

    /** Takes a snapshot of an account that can be gone back to. */
    public void remember(Account account, String snapshot) {
        snapshots.take(account.accountId(), snapshot);
    }

    @Override
    public Fault fault(long accountId, String method, String path) {
        return path.startsWith(PATH) ? null : faults.fault(accountId, method, path);
    }

    @Override
    public void served(Served call) {
        if (!call.path().startsWith(PATH)) calls.add(call);
    }
}
