package dev.hilo.sla;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.hilo.accounts.Caller;
import dev.hilo.accounts.NewAccount;
import dev.hilo.api.CreateSlaPolicy;
import dev.hilo.api.FieldError;
import dev.hilo.api.SlaPolicyItem;
import dev.hilo.api.UpdateSlaPolicy;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.web.Page;
import dev.hilo.web.Paging;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What an account promises about its tickets. */
public final class SlaPolicies {

    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final int MOST = 200;

    private final Database database;
    private final Clock clock;
    private final LoadingCache<Long, List<SlaPolicy>> active =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(FRESH).build(this::load);

    public SlaPolicies(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private List<SlaPolicy> load(long accountId) {
        return database.read(h -> store(h).active(accountId)).stream()
                .map(SlaPolicyStore.Row::policy)
                .toList();
    }

    /**
     * The active policies in the order in which they are held against a ticket; the last one fits every ticket. A change
     * on another node shows after a few seconds.
     */
    public List<SlaPolicy> of(long accountId) {
        return active.get(accountId);
    }

    Page<SlaPolicyItem> list(Caller caller, Paging paging) {
        var rows = database.read(h -> store(h).list(caller.accountId(), paging.limit(), paging.offset()));
        return Page.of(rows, paging).map(row -> SlaPolicyViews.item(row.policy(), row.rank()));
    }

    SlaPolicy create(Caller caller, CreateSlaPolicy asked) {
        long accountId = caller.accountId();
        long id = database.write(h -> {
            store(h).lock(accountId);
            int others = store(h).count(accountId);
            if (others >= MOST) {
                throw new Refusal.Invalid(FieldError.invalid("name", "There are at most " + MOST + " SLA policies"));
            }
            var policy = SlaPolicyChange.policy(asked, others + 1);
            var rules = new SlaPolicyRules(store(h), accountId);
            rules.checkStaysDefault(asked.isDefault(), false);
            rules.check(policy, null);
            h.afterCommit(() -> active.invalidate(accountId));
            return store(h).insert(accountId, false, SlaPolicyStore.Fields.of(policy), clock.instant());
        });
        return require(accountId, id);
    }

    SlaPolicy update(Caller caller, long id, UpdateSlaPolicy asked) {
        long accountId = caller.accountId();
        database.run(h -> {
            store(h).lock(accountId);
            var now = store(h).find(accountId, id)
                    .orElseThrow(Refusal.NotFound::new)
                    .policy();
            var policy = SlaPolicyChange.changed(now, asked);
            var rules = new SlaPolicyRules(store(h), accountId);
            rules.checkStaysDefault(asked.isDefault().value(), now.isDefault());
            rules.check(policy, now);
            if (policy.equals(now)) return;
            store(h).update(accountId, id, SlaPolicyStore.Fields.of(policy), clock.instant());
            h.afterCommit(() -> active.invalidate(accountId));
        });
        return require(accountId, id);
    }

    private SlaPolicy require(long accountId, long id) {
        return database.read(h -> store(h).find(accountId, id))
                .orElseThrow(Refusal.NotFound::new)
                .policy();
    }

    /** Gives a new account its default policies. */
    public static void found(Handle handle, long accountId, NewAccount account, Instant now) {
        for (var policy : DefaultPolicies.all()) {
            store(handle).insert(accountId, true, SlaPolicyStore.Fields.of(policy), now);
        }
    }

    private static SlaPolicyStore store(Handle handle) {
        return handle.attach(SlaPolicyStore.class);
    }
}
