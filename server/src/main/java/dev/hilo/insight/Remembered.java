package dev.hilo.insight;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.hilo.accounts.Account;
import dev.hilo.api.Json;
import dev.hilo.db.Database;
import dev.hilo.models.Classifier;
import dev.hilo.models.ModelUnusable;
import dev.hilo.models.Models;
import dev.hilo.models.Neighbours;
import dev.hilo.models.Quality;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of the accounts whose messages are read: for the few that were last at work it is kept in memory. Classifiers
 * are looked up by their ids each time, so that every node takes up a new version at once.
 */
final class Remembered {

    private static final Logger LOG = LoggerFactory.getLogger(Remembered.class);
    private static final int ACCOUNTS = 20;
    private static final int PAST_TICKETS = 20_000;
    private static final Duration KEPT = Duration.ofMinutes(10);

    private record Trained(List<Long> ids, Map<String, List<Knowledge.Known>> byLanguage) {}

    private record Past(long accountId, String language) {}

    private final Database database;
    private final Models models;
    private final Cache<Long, Trained> trained =
            Caffeine.newBuilder().maximumSize(ACCOUNTS).expireAfterAccess(KEPT).build();
    private final Cache<Past, Neighbours> past =
            Caffeine.newBuilder().maximumSize(ACCOUNTS).expireAfterWrite(KEPT).build();

    Remembered(Database database, Models models) {
        this.database = database;
        this.models = models;
    }

    Knowledge of(Account account, InsightSettings settings) {
        long accountId = account.accountId();
        return new Knowledge(
                Languages.candidates(settings.languages(), account.language(), account.supportedLanguages()),
                account.timeZone().startsWith("America/") && !account.language().startsWith("es"),
                database.read(h -> h.attach(InsightStore.class).products(accountId)),
                classifiers(accountId),
                language -> past.get(new Past(accountId, language), this::neighbours));
    }

    private Map<String, List<Knowledge.Known>> classifiers(long accountId) {
        var ids = database.read(h -> h.attach(ClassifierStore.class).inUse(accountId));
        var known = trained.getIfPresent(accountId);
        if (known == null || !known.ids().equals(ids)) {
            known = new Trained(ids, load(accountId));
            trained.put(accountId, known);
        }
        return known.byLanguage();
    }

    private Map<String, List<Knowledge.Known>> load(long accountId) {
        var byLanguage = new TreeMap<String, List<Knowledge.Known>>();
        for (var row : database.read(h -> h.attach(ClassifierStore.class).weightsInUse(accountId))) {
            try {
                var classifier = Classifier.of(row.weights(), quality(row.quality()));
                byLanguage
                        .computeIfAbsent(row.language(), key -> new ArrayList<>())
                        .add(new Knowledge.Known(row.id(), row.target(), row.model(), classifier));
            } catch (ModelUnusable unusable) {
                LOG.warn("Classifier {} of account {} waits for the next training", row.id(), accountId, unusable);
            }
        }
        return byLanguage;
    }

    private Neighbours neighbours(Past asked) {
        String model = models.forLanguage(asked.language()).map(m -> m.id()).orElse(null);
        if (model == null) return new Neighbours(new long[0], new byte[0][]);
        var rows = database.read(
                h -> h.attach(ClassifierStore.class).vectors(asked.accountId(), asked.language(), model, PAST_TICKETS));
        return new Neighbours(
                rows.stream().mapToLong(ClassifierStore.Vector::ticketId).toArray(),
                rows.stream().map(ClassifierStore.Vector::vector).toArray(byte[][]::new));
    }

    /** The past of an account has grown. */
    void forgetPast(long accountId) {
        past.asMap().keySet().removeIf(key -> key.accountId() == accountId);
    }

    static Quality quality(JsonNode json) {
        try {
            return Json.MAPPER.treeToValue(json, Quality.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The quality of a classifier cannot be read", e);
        }
    }
}
