package dev.hilo.attachments;

import dev.hilo.accounts.Secrets;
import dev.hilo.errors.Refusal;
import dev.hilo.web.Address;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Makes and checks the addresses under which files are fetched without a log-in, for five minutes (reference §1.13). */
final class Links {

    static final Duration LIFETIME = Duration.ofSeconds(300);

    private final Secrets secrets;
    private final Clock clock;

    Links(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    String of(Handle handle, long accountId, long id, String name, Address address) {
        return of(handle, accountId, id, name, clock.instant(), LIFETIME, address);
    }

    /** The same for a longer time. */
    String until(Handle handle, long accountId, long id, String name, Instant until, Address address) {
        var now = clock.instant();
        return of(handle, accountId, id, name, now, Duration.between(now, until), address);
    }

    private String of(
            Handle handle, long accountId, long id, String name, Instant now, Duration lifetime, Address address) {
        var unsigned = SignedAddress.unsigned(accountId, id, now, lifetime);
        return address.of(unsigned.signed(sign(handle, unsigned)).path(FileNames.inPath(name)));
    }

    /** Refuses an address that has expired or that nobody here has made. */
    void verify(Handle handle, SignedAddress address) {
        Instant now = clock.instant();
        boolean expired = !now.isBefore(address.expiry());
        if (expired || !address.isSignedWith(sign(handle, address))) {
            throw new Refusal.Forbidden("access_denied", "The address of this file has expired or is not valid.");
        }
    }

    private byte[] sign(Handle handle, SignedAddress address) {
        return secrets.find(handle, address.accountId())
                .map(secret -> secret.sign(address.text()))
                .orElseThrow(() -> new Refusal.Forbidden("access_denied", "The address of this file is not valid."));
    }
}
