package dev.hilo.insight;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.Account;
import dev.hilo.accounts.Accounts;
import dev.hilo.api.Json;
import dev.hilo.db.Database;
import dev.hilo.jobs.JobContext;
import dev.hilo.jobs.JobWork;
import dev.hilo.models.Classifier;
import dev.hilo.models.Models;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns from the tickets of an account: a classifier for each language and target that has enough examples. Every night, and
 * when somebody asks. Running it twice makes another version of the same.
 */
public final class TrainClassifiers implements JobWork {

    public static final String KIND = "train_insight";

    private static final Logger LOG = LoggerFactory.getLogger(TrainClassifiers.class);
    /** Older versions that one may go back to. */
    private static final int VERSIONS = 5;

    private final Database database;
    private final Accounts accounts;
    private final Insight insight;
    private final Lessons lessons;
    private final Clock clock;

    public TrainClassifiers(Database database, Accounts accounts, Insight insight, Models models, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.insight = insight;
        this.lessons = new Lessons(database, models, clock);
        this.clock = clock;
    }

    /** All accounts that have it on; one that fails does not hold up the others. */
    public void run() {
        for (var account : accounts.list()) {
            if (!insight.settings(account.accountId()).enabled()) continue;
            try {
                train(account);
            } catch (RuntimeException e) {
                LOG.warn("Account {} could not be learnt from", account.accountId(), e);
            }
        }
    }

    @Override
    public JsonNode run(JobContext job) {
        return Json.MAPPER.valueToTree(Map.of("trained", train(job.account())));
    }

    /** @return what was trained: target and language */
    List<String> train(Account account) {
        var settings = insight.settings(account.accountId());
        var trained = new ArrayList<String>();
        var taught = lessons.of(
                account, Languages.candidates(settings.languages(), account.language(), account.supportedLanguages()));
        for (var lesson : taught) {
            teach(account.accountId(), lesson);
            trained.add(lesson.target() + " " + lesson.language());
        }
        insight.forgetPast(account.accountId());
        return trained;
    }

    private void teach(long accountId, Lesson lesson) {
        boolean isTag = lesson.target().startsWith(Target.TAG);
        var classifier = Classifier.train(lesson.examples(), !isTag);
        JsonNode quality = Json.MAPPER.valueToTree(classifier.quality());
        database.run(h -> {
            var store = h.attach(ClassifierStore.class);
            store.retire(accountId, lesson.target(), lesson.language());
            store.add(
                    accountId,
                    lesson.target(),
                    lesson.language(),
                    lesson.model(),
                    quality,
                    classifier.bytes(),
                    clock.instant());
            store.forgetOld(accountId, lesson.target(), lesson.language(), VERSIONS);
        });
    }
}
