package dev.hilo.knowledge;

import dev.hilo.accounts.Account;
import dev.hilo.accounts.Accounts;
import dev.hilo.answers.draft.Passage;
import dev.hilo.answers.draft.Passages;
import dev.hilo.db.Database;
import dev.hilo.insight.Languages;
import dev.hilo.models.EmbeddingModel;
import dev.hilo.models.ModelUnusable;
import dev.hilo.models.Models;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the accounts know, to be searched by words and by meaning together. An account's knowledge is gathered from the first
 * time that somebody asks for it; what has no vector yet is compared as it comes.
 */
public final class Knowledge implements Passages, AutoCloseable {

    /** In the home. */
    public static final String FOLDER = "knowledge";

    private static final Logger LOG = LoggerFactory.getLogger(Knowledge.class);
    /** Of an outside source, behind its kind. */
    private static final Pattern NUMBER = Pattern.compile(" \\d+$");
    /** Of each kind of search. */
    private static final int CANDIDATES = 50;
    /** Those that share the most words and have no vector yet. */
    private static final int COMPARED_AT_ONCE = 8;

    private final Database database;
    private final Accounts accounts;
    private final Models models;
    private final Indexes indexes;
    private final Gather gather;
    private final Learning learning;
    private final Outside outside;
    private final Map<Long, String> marks = new ConcurrentHashMap<>();

    public Knowledge(Database database, Accounts accounts, Models models, Path home, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.models = models;
        this.indexes = new Indexes(database, models, home.resolve(FOLDER));
        this.gather = new Gather(database, new Languages(), clock);
        this.learning = new Learning(database, accounts, models, gather, clock);
        this.outside = new Outside(gather, learning, clock);
    }

    @Override
    public List<Passage> find(Asked asked) {
        if (asked.text().isBlank() || asked.most() < 1) return List.of();
        catchUp(accounts.require(asked.accountId()));
        try {
            return search(asked);
        } catch (IOException e) {
            throw new UncheckedIOException("The index of account " + asked.accountId() + " cannot be searched", e);
        }
    }

    /** Takes in articles and canned responses that were changed; starts to learn what takes longer. */
    private void catchUp(Account account) {
        long accountId = account.accountId();
        String mark = gather.mark(accountId);
        if (mark.equals(marks.get(accountId))) return;
        gather.library(account);
        marks.put(accountId, mark);
        learning.soon(accountId);
    }

    private List<Passage> search(Asked asked) throws IOException {
        var index = indexes.upToDate(asked.accountId());
        var within = new Index.Within(asked.language(), asked.audience() == Audience.CUSTOMERS, asked.asOf());
        var model = models.forLanguage(asked.language()).orElse(null);
        var words = index.byWords(asked.text(), within, CANDIDATES);
        float[] query = model == null ? null : vector(model, asked.text());
        var meaning = new HashMap<Long, Double>();
        if (query != null) meaning.putAll(index.byMeaning(model.id(), query, within, CANDIDATES));
        var ids = new LinkedHashSet<>(words.keySet());
        ids.addAll(meaning.keySet());
        var rows = database.read(h -> h.attach(PassageStore.class).byIds(asked.accountId(), List.copyOf(ids))).stream()
                .filter(row -> !row.isTakenOut())
                .toList();
        if (query != null) compare(asked.accountId(), rows, words, meaning, model, query);
        return ranked(asked, rows, words, meaning, query != null);
    }

    /** Those that only their words brought up: by the vector that is kept, or one made now for the best of them. */
    private void compare(
            long accountId,
            List<PassageRow> rows,
            Map<Long, Double> words,
            Map<Long, Double> meaning,
            EmbeddingModel model,
            float[] query) {
        var missing = rows.stream()
                .filter(row -> !meaning.containsKey(row.id()))
                .sorted(Comparator.comparingDouble((PassageRow row) -> -words.getOrDefault(row.id(), 0.0)))
                .toList();
        if (missing.isEmpty()) return;
        var kept = Indexes.vectors(database, accountId, missing, models);
        int made = 0;
        for (var row : missing) {
            var vectors = kept.getOrDefault(row.id(), Map.of()).get(model.id());
            if (vectors == null && made++ < COMPARED_AT_ONCE) vectors = model.passages(Learning.texts(row));
            if (vectors != null) meaning.put(row.id(), closest(query, vectors));
        }
    }

    private static double closest(float[] query, List<float[]> vectors) {
        return vectors.stream()
                .mapToDouble(vector -> EmbeddingModel.cosine(query, vector))
                .max()
                .orElse(Double.NaN);
    }

    private static List<Passage> ranked(
            Asked asked, List<PassageRow> rows, Map<Long, Double> words, Map<Long, Double> meaning, boolean ofMeaning) {
        double[] close = rows.stream()
                .mapToDouble(row -> meaning.getOrDefault(row.id(), Double.NaN))
                .toArray();
        double[] shared = rows.stream()
                .mapToDouble(row -> words.getOrDefault(row.id(), 0.0))
                .toArray();
        double[] scores = Fusion.fuse(close, shared, ofMeaning ? Fusion.weight(asked.language()) : 0);
        return IntStream.range(0, rows.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i])
                        .thenComparing(i -> rows.get(i).id()))
                .limit(asked.most())
                .map(i -> passage(rows.get(i), scores[i], Double.isNaN(close[i]) ? null : close[i]))
                .toList();
    }

    private static Passage passage(PassageRow row, double score, Double similarity) {
        return new Passage(
                "passage " + row.id(),
                NUMBER.matcher(row.source()).replaceFirst(""),
                row.title(),
                row.address(),
                row.language(),
                row.text(),
                score,
                similarity);
    }

    /** Null where the model does not work: words are found without it. */
    private static float[] vector(EmbeddingModel model, String text) {
        try {
            return model.query(text.substring(0, Math.min(Learning.LONGEST, text.length())));
        } catch (ModelUnusable unusable) {
            LOG.warn("Searching by words alone", unusable);
            return null;
        }
    }

    /** It may take minutes. */
    @Override
    public void prepare(long accountId, BooleanSupplier stopped) {
        var account = accounts.require(accountId);
        gather.library(account);
        learning.learn(account, stopped);
    }

    /** Looks for what has changed in the accounts whose knowledge was asked for; every now and then. */
    public void learnAll() {
        learning.all();
    }

    public Outside outside() {
        return outside;
    }

    /** How much of it there is. */
    KnowledgeState state(long accountId) {
        return database.read(h -> {
            var store = h.attach(PassageStore.class);
            return new KnowledgeState(store.gatheredAt(accountId).orElse(null), store.counts(accountId));
        });
    }

    @Override
    public void close() throws Exception {
        learning.close();
        indexes.close();
    }
}
