package dev.hilo.contacts;

import dev.hilo.api.FieldError;
import dev.hilo.errors.Problems;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Who asks in a ticket: the contact that is named, or a new one (reference §3.5). The first identity that is known decides,
 * in the order id, e-mail, twitter handle, external id, facebook id, phone.
 */
public final class Requesters {

    private final RequesterStore store;
    private final Handle handle;
    private final long accountId;
    private final RequesterClaim claim;
    private final Problems problems;

    private Requesters(Handle handle, long accountId, RequesterClaim claim, Problems problems) {
        this.store = handle.attach(RequesterStore.class);
        this.handle = handle;
        this.accountId = accountId;
        this.claim = claim;
        this.problems = problems;
    }

    /**
     * The id of the requester, made in the caller's transaction when nobody is known by what the claim says.
     *
     * @return 0 when there is none; the problems then say why
     */
    public static long resolve(Handle handle, long accountId, RequesterClaim claim, Problems problems, Instant now) {
        return new Requesters(handle, accountId, claim.withoutBlanks(), problems).resolve(now);
    }

    private long resolve(Instant now) {
        if (claim.requesterId() != null) return named("requester_id", store.byId(accountId, claim.requesterId()));
        if (claim.isEmpty()) return refused(nobodyNamed());
        if (claim.email() != null && Emails.parse(claim.email()).isEmpty()) {
            return refused(FieldError.invalid("email", Emails.MESSAGE));
        }
        var known = known();
        if (known.isPresent()) return allowed("email", known.get());
        if (claim.isFacebookAlone()) return refused(FieldError.unknown("facebook_id", "contact"));
        if (claim.email() == null && claim.phone() != null && claim.name() == null) {
            return refused(FieldError.missing("name", "String"));
        }
        return create(now);
    }

    private static FieldError nobodyNamed() {
        return new FieldError(
                "requester_id",
                "Please fill at least 1 of the following fields: requester_id, phone, email, twitter_id, facebook_id,"
                        + " unique_external_id",
                "missing_field");
    }

    private long named(String field, Optional<RequesterStore.Known> known) {
        return known.map(k -> allowed(field, k)).orElseGet(() -> refused(FieldError.unknown(field, "contact")));
    }

    private long allowed(String field, RequesterStore.Known known) {
        return known.blocked() ? refused(FieldError.invalid(field, "The requester is blocked")) : known.id();
    }

    private long refused(FieldError error) {
        problems.add(error);
        return 0;
    }

    private Optional<RequesterStore.Known> known() {
        return Stream.<Supplier<Optional<RequesterStore.Known>>>of(
                        () -> email().flatMap(email -> store.byEmail(accountId, email)),
                        () -> find(claim.twitterId(), store::byTwitter),
                        () -> find(claim.uniqueExternalId(), store::byExternalId),
                        () -> find(claim.facebookId(), store::byFacebook),
                        () -> find(claim.phone(), store::byPhone))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private interface Lookup {
        Optional<RequesterStore.Known> find(long accountId, String value);
    }

    private Optional<RequesterStore.Known> find(String value, Lookup lookup) {
        return value == null ? Optional.empty() : lookup.find(accountId, value);
    }

    private Optional<String> email() {
        return Emails.parse(claim.email());
    }

    /** Looks again under the lock: somebody may have written in twice in the same moment. */
    private long create(Instant now) {
        IdentityLock.take(handle, accountId, identities());
        var made = known();
        if (made.isPresent()) return allowed("email", made.get());
        var newcomer = new RequesterStore.Newcomer(
                name(),
                email().orElse(null),
                email().map(Emails::domain).orElse(null),
                claim.phone(),
                claim.twitterId(),
                claim.uniqueExternalId());
        return store.insert(accountId, newcomer, now)
                .or(() -> known().map(RequesterStore.Known::id))
                .orElseThrow(() -> new IllegalStateException("A requester is neither there nor can be made"));
    }

    private Set<String> identities() {
        var keys = new LinkedHashSet<String>();
        email().ifPresent(email -> keys.add(IdentityLock.email(email)));
        if (claim.twitterId() != null) keys.add(IdentityLock.twitter(claim.twitterId()));
        if (claim.uniqueExternalId() != null) keys.add(IdentityLock.externalId(claim.uniqueExternalId()));
        if (claim.phone() != null) keys.add(IdentityLock.phone(claim.phone()));
        return keys;
    }

    private String name() {
        if (claim.name() != null) return claim.name();
        return email().map(Emails::nameOf)
                .or(() -> Optional.ofNullable(claim.twitterId()))
                .orElse(claim.uniqueExternalId());
    }
}
