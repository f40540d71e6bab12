package dev.hilo.answers.language;

import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Secrets;
import dev.hilo.answers.language.LanguageModel.Failed;
import dev.hilo.answers.language.LanguageModel.Prompt;
import dev.hilo.api.FieldError;
import dev.hilo.api.LanguageModelView;
import dev.hilo.api.Patch;
import dev.hilo.api.UpdateLanguageModel;
import dev.hilo.db.Database;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Where each account's language model is: shown, set, tried. */
public final class Endpoints {

    /** What came of a trial call. @param failure null when it was answered */
    public record Trial(boolean ok, String failure, String message, long millis) {}

    private static final BigDecimal MOST_MONEY = BigDecimal.valueOf(1_000_000);
    private static final Prompt HELLO =
            new Prompt("You answer with JSON.", "Answer {\"ok\": true} and nothing else.", 50);

    private final Database database;
    private final Secrets secrets;
    private final LanguageModels models;
    private final Clock clock;

    public Endpoints(Database database, Secrets secrets, LanguageModels models, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.models = models;
        this.clock = clock;
    }

    LanguageModelView view(Caller caller) {
        return find(caller).orElseThrow(Refusal.NotFound::new);
    }

    public Optional<LanguageModelView> find(Caller caller) {
        return models.endpoint(caller.accountId()).map(this::view);
    }

    public LanguageModelView save(Caller caller, UpdateLanguageModel asked) {
        database.run(h -> {
            var store = h.attach(EndpointStore.class);
            var old = store.find(caller.accountId()).orElse(blank(caller.accountId()));
            var changed = changed(h, old, asked, clock.instant());
            check(changed, asked);
            store.save(changed);
        });
        return view(caller);
    }

    private static Endpoint blank(long accountId) {
        return new Endpoint(
                accountId, null, null, null, null, true, 30, 1024, BigDecimal.ZERO, BigDecimal.ZERO, null, true, null);
    }

    private Endpoint changed(Handle handle, Endpoint old, UpdateLanguageModel asked, Instant now) {
        return new Endpoint(
                old.accountId(),
                asked.provider().or(old.provider()),
                asked.address().or(old.address()),
                asked.model().or(old.model()),
                key(handle, old, asked.key()),
                set(asked.jsonMode(), old.jsonMode()),
                set(asked.timeoutSeconds(), old.timeoutSeconds()),
                set(asked.mostTokens(), old.mostTokens()),
                set(asked.priceIn(), old.priceIn()),
                set(asked.priceOut(), old.priceOut()),
                asked.capPerDay().or(old.capPerDay()),
                set(asked.active(), old.active()),
                now);
    }

    private static <T> T set(Patch<T> asked, T old) {
        return asked.hasValue() ? asked.value() : old;
    }

    private byte[] key(Handle handle, Endpoint old, Patch<String> asked) {
        if (!asked.isPresent()) return old.sealedKey();
        if (asked.value() == null || asked.value().isBlank()) return null;
        return secrets.of(handle, old.accountId())
                .seal(LanguageModels.KEY, asked.value().strip().getBytes(StandardCharsets.UTF_8));
    }

    private static void check(Endpoint changed, UpdateLanguageModel asked) {
        var problems = new Problems();
        if (changed.provider() == null)
            problems.add(FieldError.missingAmong("provider", "openai", "anthropic", "ollama"));
        if (changed.model() == null || changed.model().isBlank()) problems.add(FieldError.missing("model", "String"));
        problems.addIf(
                changed.address() == null || !Addressed.isAddress(changed.address()),
                FieldError.invalid("address", "It should be an http or https address without a log-in"));
        problems.addIf(
                asked.key().hasValue() && !asked.key().value().chars().allMatch(c -> c > 31 && c < 127),
                FieldError.invalid("key", "It should be one line of plain letters"));
        range(problems, "timeout_seconds", changed.timeoutSeconds(), 1, 300);
        range(problems, "most_tokens", changed.mostTokens(), 16, 8192);
        money(problems, "price_in", changed.priceIn());
        money(problems, "price_out", changed.priceOut());
        if (changed.capPerDay() != null) money(problems, "cap_per_day", changed.capPerDay());
        problems.refuse();
    }

    private static void range(Problems problems, String field, int value, int least, int most) {
        problems.addIf(
                value < least || value > most, FieldError.invalid(field, "It should be from " + least + " to " + most));
    }

    private static void money(Problems problems, String field, BigDecimal value) {
        problems.addIf(
                value.signum() < 0 || value.compareTo(MOST_MONEY) > 0,
                FieldError.invalid(field, "It should be from 0 to " + MOST_MONEY));
    }

    public void delete(Caller caller) {
        int deleted = database.write(h -> h.attach(EndpointStore.class).delete(caller.accountId()));
        if (deleted == 0) throw new Refusal.NotFound();
    }

    /** Calls the endpoint once, even when it is switched off. */
    public Trial test(Caller caller) {
        var endpoint = models.endpoint(caller.accountId()).orElseThrow(Refusal.NotFound::new);
        long begin = System.nanoTime();
        try {
            models.model(endpoint).write(HELLO);
            return new Trial(true, null, "The endpoint answers", millis(begin));
        } catch (Failed e) {
            return new Trial(false, e.failure().name(), e.getMessage(), millis(begin));
        }
    }

    private static long millis(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }

    private LanguageModelView view(Endpoint e) {
        var spent = models.spentToday(e.accountId());
        return new LanguageModelView(
                e.provider(),
                e.address(),
                e.model(),
                e.sealedKey() != null,
                e.jsonMode(),
                e.timeoutSeconds(),
                e.mostTokens(),
                e.priceIn(),
                e.priceOut(),
                e.capPerDay(),
                e.active(),
                new LanguageModelView.Today(
                        spent.calls(), spent.failures(), spent.tokensIn(), spent.tokensOut(), spent.spent()),
                e.updatedAt());
    }
}
