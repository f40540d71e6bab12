package dev.hilo.answers.language;

import dev.hilo.accounts.Accounts;
import dev.hilo.accounts.Secrets;
import dev.hilo.db.Database;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** The accounts' language models, each call of which is paid for out of the day's money before it is made. */
public final class LanguageModels {

    static final String KEY = "language model key";
    private static final int KEPT_DAYS = 400;

    private final Database database;
    private final Secrets secrets;
    private final Accounts accounts;
    private final Addressed addresses;
    private final Clock clock;

    public LanguageModels(
            Database database, Secrets secrets, Accounts accounts, boolean privateAddresses, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.accounts = accounts;
        this.addresses = new Addressed(privateAddresses);
        this.clock = clock;
    }

    /** Empty where there is none, or it is switched off. */
    public Optional<LanguageModel> of(long accountId) {
        return endpoint(accountId).filter(Endpoint::active).map(Model::new);
    }

    Optional<Endpoint> endpoint(long accountId) {
        return database.read(h -> h.attach(EndpointStore.class).find(accountId));
    }

    LanguageModel model(Endpoint endpoint) {
        return new Model(endpoint);
    }

    public Spending spentToday(long accountId) {
        return database.read(h -> h.attach(EndpointStore.class).spent(accountId, today()))
                .orElse(Spending.NONE);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Forgets what days of more than a year ago have cost. */
    public void forgetOld() {
        var before = today().minusDays(KEPT_DAYS);
        for (var account : accounts.list()) {
            database.run(h -> h.attach(EndpointStore.class).forget(account.accountId(), before));
        }
    }

    private final class Model implements LanguageModel {
        private final Endpoint endpoint;

        Model(Endpoint endpoint) {
            this.endpoint = endpoint;
        }

        @Override
        public String name() {
            return endpoint.provider() + "/" + endpoint.model();
        }

        @Override
        public Written write(Prompt asked) throws Failed {
            var prompt = new Prompt(asked.system(), asked.user(), Math.min(asked.mostTokens(), endpoint.mostTokens()));
            addresses.check(endpoint.address());
            var estimate = estimate(prompt);
            var day = today();
            reserve(day, estimate);
            var answer = answer(prompt, day, estimate);
            var written = paid(day, estimate, answer);
            if (written.text().isBlank()) throw new Failed(Failure.BROKEN, "The endpoint answered nothing");
            return written;
        }

        private ChatResponse answer(Prompt prompt, LocalDate day, BigDecimal estimate) throws Failed {
            try {
                return Provider.call(endpoint, key(), prompt);
            } catch (Failed e) {
                giveBack(day, estimate, e.failure());
                throw e;
            } catch (RuntimeException e) {
                giveBack(day, estimate, Failure.BROKEN);
                throw new Failed(Failure.BROKEN, "The endpoint's answer could not be read");
            }
        }

        /** A token is three letters or more; rather too much, since the rest is given back. */
        private BigDecimal estimate(Prompt prompt) {
            long letters = prompt.system().length() + prompt.user().length();
            return endpoint.cost(letters / 3 + 1, prompt.mostTokens());
        }

        private void reserve(LocalDate day, BigDecimal estimate) throws Failed {
            int taken = database.write(h ->
                    h.attach(EndpointStore.class).reserve(endpoint.accountId(), day, estimate, endpoint.capPerDay()));
            if (taken == 0) throw new Failed(Failure.CAPPED, "The day's money for the language model is spent");
        }

        private Written paid(LocalDate day, BigDecimal estimate, ChatResponse answer) {
            var usage = answer.tokenUsage();
            boolean isTold = usage != null && usage.inputTokenCount() != null && usage.outputTokenCount() != null;
            long in = isTold ? usage.inputTokenCount() : 0;
            long out = isTold ? usage.outputTokenCount() : 0;
            var cost = isTold ? endpoint.cost(in, out) : estimate;
            settle(day, cost.subtract(estimate), in, out, 0);
            String text = answer.aiMessage() == null ? null : answer.aiMessage().text();
            return new Written(text == null ? "" : text, in, out, cost.doubleValue());
        }

        /** What timed out may have been written, and is paid for. */
        private void giveBack(LocalDate day, BigDecimal estimate, Failure failure) {
            boolean isPaid = failure == Failure.TIMED_OUT;
            settle(day, isPaid ? BigDecimal.ZERO : estimate.negate(), 0, 0, 1);
        }

        private void settle(LocalDate day, BigDecimal difference, long in, long out, int failures) {
            database.run(h ->
                    h.attach(EndpointStore.class).settle(endpoint.accountId(), day, difference, in, out, failures));
        }

        private String key() {
            if (endpoint.sealedKey() == null) return null;
            var account = database.read(h -> secrets.of(h, endpoint.accountId()));
            return new String(account.open(KEY, endpoint.sealedKey()), StandardCharsets.UTF_8);
        }
    }
}
