package dev.hilo.accounts;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The accounts of this installation, told apart by the first label of the host name. */
public final class Accounts {

    /** Every account by its subdomain, oldest first, and the one that answers on any other host. */
    private record Directory(Map<String, Account> bySubdomain, Account first, Set<Long> linked) {}

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Database database;
    private final Clock clock;
    private final List<Founding> foundings;
    private final LoadingCache<Boolean, Directory> directory;

    public Accounts(Database database, Clock clock, List<Founding> foundings) {
        this.database = database;
        this.clock = clock;
        this.foundings = foundings;
        this.directory = Caffeine.newBuilder().expireAfterWrite(FRESH).build(key -> load());
    }

    private Directory load() {
        var accounts = new LinkedHashMap<String, Account>();
        for (var row : database.read(h -> h.attach(AccountStore.class).list())) {
            accounts.put(row.subdomain(), row.account());
        }
        return new Directory(
                accounts,
                accounts.isEmpty() ? null : accounts.values().iterator().next(),
                database.read(h -> h.attach(AccountStore.class).linked()));
    }

    /** The account of {@code acme.example.com:8080}; the first one where no label fits. */
    public Account ofHost(String authority) {
        var known = directory.get(true);
        int dot = authority.indexOf('.');
        var named = dot < 0
                ? null
                : known.bySubdomain.get(authority.substring(0, dot).toLowerCase());
        if (named != null) return named;
        if (known.first == null) throw new Refusal.Unauthenticated();
        return known.first;
    }

    public List<Account> list() {
        return List.copyOf(directory.get(true).bySubdomain.values());
    }

    /** Those that are kept here alone: what ticks changes no mirror, since the other side does all that by itself. */
    public List<Account> local() {
        return list().stream().filter(account -> !isLinked(account.accountId())).toList();
    }

    /** Whether the account mirrors another one; a link that was just made or ended shows after five seconds at most. */
    public boolean isLinked(long accountId) {
        return directory.get(true).linked.contains(accountId);
    }

    /** Looks at once for what has changed. */
    public void refresh() {
        directory.invalidateAll();
    }

    public Account require(String subdomain) {
        return database.read(h -> h.attach(AccountStore.class).find(subdomain))
                .orElseThrow(Refusal.NotFound::new)
                .account();
    }

    public Account require(long accountId) {
        return database.read(h -> h.attach(AccountStore.class).findById(accountId))
                .orElseThrow(Refusal.NotFound::new)
                .account();
    }

    /** Creates the account with its first administrator and all that a new help desk has. */
    public Account create(NewAccount account) {
        return create(account, foundings);
    }

    /** Creates the account with what these put into it. */
    public Account create(NewAccount account, List<Founding> foundings) {
        var now = clock.instant();
        long id = database.write(handle -> {
            var store = handle.attach(AccountStore.class);
            long accountId = store.insert(account, account.plan().text(), now);
            store.insertCounter(accountId);
            foundings.forEach(founding -> founding.found(handle, accountId, account, now));
            return accountId;
        });
        directory.invalidateAll();
        return list().stream().filter(a -> a.accountId() == id).findFirst().orElseThrow();
    }
}
