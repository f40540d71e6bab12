package dev.hilo.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hilo.accounts.Account;
import dev.hilo.accounts.Accounts;
import dev.hilo.accounts.Founding;
import dev.hilo.accounts.Keys;
import dev.hilo.accounts.NewAccount;
import dev.hilo.accounts.Passwords;
import dev.hilo.accounts.Plan;
import dev.hilo.accounts.Secrets;
import dev.hilo.api.FieldError;
import dev.hilo.client.Budget;
import dev.hilo.db.Clash;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/** Ties between accounts here and those that they mirror. */
public final class Links {

    /**
     * What a link was made with.
     *
     * @param key of the agent whose key opened the other side, for this one; shown once
     * @param pushToken for the address that the other side may call; shown once
     */
    public record Made(Account account, String agentEmail, String key, String pushToken) {}

    private static final String KEY = "link key";
    private static final SecureRandom RANDOM = new SecureRandom();

    private record Shared(long accountId, int share) {}

    private final Map<Shared, Budget> budgets = new ConcurrentHashMap<>();
    private final Database database;
    private final Clock clock;
    private final Accounts accounts;
    private final Keys keys;
    private final Secrets secrets;
    private final List<Founding> foundings;

    /** @param foundings what an account has that is not filled from elsewhere */
    public Links(
            Database database, Clock clock, Accounts accounts, Keys keys, Secrets secrets, List<Founding> foundings) {
        this.database = database;
        this.clock = clock;
        this.accounts = accounts;
        this.keys = keys;
        this.secrets = secrets;
        this.foundings = foundings;
    }

    /** Makes an account that mirrors another one, empty as yet but for the agent whose key it is. */
    public Made create(NewLink wanted) {
        return create(wanted, null);
    }

    /** The same. @param password with which the agent logs in to the pages of the new account; null for none */
    public Made create(NewLink wanted, String password) {
        var address = wanted.uri();
        try {
            var source = HttpSource.now(address, wanted.key());
            var me = me(source);
            var roles = roles(source);
            var pushToken = token();
            var account = Clash.guard(
                    "accounts_subdomain_key",
                    () -> new Refusal.Duplicate(FieldError.duplicate("subdomain")),
                    () -> accounts.create(
                            account(wanted, me), founding(wanted, address, me, roles, pushToken, password)));
            String email = me.path("contact").path("email").asText();
            var key = keys.create(account.accountId(), email, "link");
            return new Made(account, email, key, account.accountId() + "-" + pushToken);
        } catch (Source.Refused e) {
            throw new Refusal.Invalid(FieldError.invalid("key", "It is refused there: " + e.getMessage()));
        } catch (Source.Unreachable e) {
            throw new Refusal.Invalid(FieldError.invalid("domain", e.getMessage()));
        }
    }

    /** Whose key it is. @throws Source.Unreachable when something else than a help desk answers */
    private static JsonNode me(Source source) {
        var me = source.get("/agents/me").body();
        boolean isAgent = me.path("id").isIntegralNumber()
                && !me.path("contact").path("email").asText().isBlank();
        if (!isAgent) throw new Source.Unreachable("It does not answer as Freshdesk does", null);
        return me;
    }

    private static NewAccount account(NewLink wanted, JsonNode me) {
        var person = me.path("contact");
        return new NewAccount(
                wanted.subdomain(),
                wanted.subdomain(),
                Plan.UNLIMITED,
                person.path("time_zone").asText("UTC"),
                person.path("language").asText("en"),
                person.path("name").asText(),
                person.path("email").asText(),
                null);
    }

    private List<Founding> founding(
            NewLink wanted, URI address, JsonNode me, JsonNode there, String pushToken, String password) {
        var all = new ArrayList<>(foundings);
        all.add((handle, accountId, account, now) -> {
            Landing.announce(handle, "link");
            byte[] sealed = secrets.of(handle, accountId).seal(KEY, wanted.key().getBytes(StandardCharsets.UTF_8));
            long agentId = me.path("id").longValue();
            handle.attach(LinkStore.class)
                    .insert(
                            accountId,
                            address.toString(),
                            sealed,
                            agentId,
                            wanted.share(),
                            wanted.withFiles(),
                            hash(pushToken),
                            now);
            firstAgent(handle, accountId, me, there);
            if (password != null) {
                handle.attach(LinkStore.class).setPassword(accountId, agentId, Passwords.hash(password));
            }
        });
        return all;
    }

    /** The agent whose key it is, who may do here what the key's agent may there. */
    private static void firstAgent(Handle handle, long accountId, JsonNode me, JsonNode roles) {
        var landing = new Landing(handle, accountId);
        var agents = JsonNodeFactory.instance.arrayNode().add(me);
        landing.land(Mappings.AGENT_CONTACTS, Mappings.AGENT_CONTACTS.rows(agents));
        landing.land(Mappings.AGENTS, Mappings.AGENTS.rows(agents));
        landing.land(Mappings.ROLES, Mappings.ROLES.rows(roles));
        Attached.roles(handle, accountId, List.of(me));
    }

    /** None where the key may not see them: then its agent may do nothing here either. */
    private static JsonNode roles(Source source) {
        try {
            return source.get("/roles?per_page=100").body();
        } catch (Source.Refused e) {
            if (!e.isForbidden()) throw e;
            return JsonNodeFactory.instance.arrayNode();
        }
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token() {
        var bytes = new byte[20];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    public Link require(long accountId) {
        return find(accountId).orElseThrow(Refusal.NotFound::new);
    }

    public Optional<Link> find(long accountId) {
        return database.read(h -> h.attach(LinkStore.class).find(accountId));
    }

    public List<Link> active() {
        return database.read(h -> h.attach(LinkStore.class).active());
    }

    /** @param key another one, which must open the other side; null for the one there is */
    public void update(Link link, boolean active, int share, String key) {
        JsonNode me = key == null ? null : agentOf(URI.create(link.address()), key);
        database.run(h -> {
            var store = h.attach(LinkStore.class);
            store.update(link.accountId(), active, share);
            if (key == null) return;
            byte[] sealed = secrets.of(h, link.accountId()).seal(KEY, key.getBytes(StandardCharsets.UTF_8));
            store.changeKey(link.accountId(), sealed, me.path("id").longValue());
        });
    }

    private static JsonNode agentOf(URI address, String key) {
        try {
            return me(HttpSource.now(address, key));
        } catch (Source.Refused | Source.Unreachable e) {
            throw new Refusal.Invalid(FieldError.invalid("key", "It is refused there: " + e.getMessage()));
        }
    }

    /** The account whose link has this token; not found for one that is none, or whose link rests. */
    long requirePush(String token) {
        var parts = token.split("-", 2);
        if (parts.length < 2 || !parts[0].matches("[0-9]{1,18}")) throw new Refusal.NotFound();
        long accountId = Long.parseLong(parts[0]);
        return database.write(h -> {
            var store = h.attach(LinkStore.class);
            if (store.pushed(accountId, hash(parts[1])).isEmpty()) throw new Refusal.NotFound();
            store.pushed(accountId, clock.instant());
            return accountId;
        });
    }

    /** Ends the tie: what was mirrored stays, and the account is its own from now on. */
    public void delete(long accountId) {
        int deleted = database.write(h -> h.attach(LinkStore.class).delete(accountId));
        if (deleted == 0) throw new Refusal.NotFound();
        accounts.refresh();
    }

    /** What a first load would take, without making anything. */
    public Forecast forecast(NewLink wanted) {
        try {
            var source = HttpSource.now(wanted.uri(), wanted.key());
            me(source);
            return Forecast.of(source, wanted.share());
        } catch (Source.Refused e) {
            throw new Refusal.Invalid(FieldError.invalid("key", "It is refused there: " + e.getMessage()));
        } catch (Source.Unreachable e) {
            throw new Refusal.Invalid(FieldError.invalid("domain", e.getMessage()));
        }
    }

    public Forecast forecast(Link link) {
        return Forecast.of(open(link), link.share());
    }

    Source open(Link link) {
        byte[] key = database.read(h -> secrets.of(h, link.accountId())).open(KEY, link.sealedKey());
        return new HttpSource(URI.create(link.address()), new String(key, StandardCharsets.UTF_8), budget(link));
    }

    /** One for all that this node does with the other account. */
    private Budget budget(Link link) {
        return budgets.computeIfAbsent(
                new Shared(link.accountId(), link.share()), of -> Budget.keepingFree(1 - of.share / 100.0));
    }
}
