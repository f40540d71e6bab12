package dev.hilo.knowledge;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * The passages of one account, to be searched: each a document of Lucene with its words and a vector, and another one for the
 * vector of its title. Nothing is in here alone: the folder may be deleted at any time while Hilo stands still.
 */
final class Index implements AutoCloseable {

    /** Another one when documents are made otherwise: older indexes are then made anew. */
    private static final String SHAPE = "1";

    private static final String ID = "id";
    private static final String LANGUAGE = "language";
    private static final String AUDIENCE = "audience";
    private static final String FROM = "from";
    private static final String TO = "to";

    /** It recommends an experimental module at each start. */
    private static final Logger LUCENE =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        LUCENE.setLevel(Level.SEVERE);
    }

    /** Documents are made like this, out of this database. */
    private final String shape;

    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final ReentrantLock following = new ReentrantLock();
    private volatile long revision;

    /** What may be found. @param asOf null for now */
    record Within(String language, boolean forCustomers, Instant asOf) {}

    /** Made anew where it is of another database, or of a later state of this one than that is in now. */
    Index(Path folder, PassageStore.Position position) throws IOException {
        shape = SHAPE + " " + position.origin();
        var directory = FSDirectory.open(folder);
        var config = new IndexWriterConfig(new Analyzers()).setRAMBufferSizeMB(16);
        writer = new IndexWriter(directory, config);
        revision = shape.equals(kept("shape")) ? Long.parseLong(kept("revision")) : Long.MAX_VALUE;
        if (revision > position.revision()) {
            writer.deleteAll();
            revision = 0;
        }
        searchers = new SearcherManager(writer, null);
    }

    private String kept(String key) {
        var data = writer.getLiveCommitData();
        if (data == null) return null;
        for (var entry : data) if (entry.getKey().equals(key)) return entry.getValue();
        return null;
    }

    /** What it is up to. */
    long revision() {
        return revision;
    }

    /** Reads on from where it is. */
    interface Changes {
        /** The next in the order of their revisions; none at the end. */
        List<PassageRow> since(long revision);

        /** By passage and model. */
        Map<Long, Map<String, List<float[]>>> vectors(List<PassageRow> rows);
    }

    /** Takes in all changes; who comes meanwhile waits for the same. */
    void follow(Changes changes) throws IOException {
        following.lock();
        try {
            long before = revision;
            for (var rows = changes.since(revision); !rows.isEmpty(); rows = changes.since(revision)) {
                var vectors = changes.vectors(rows);
                for (var row : rows) put(row, vectors.getOrDefault(row.id(), Map.of()));
                revision = rows.getLast().revision();
            }
            if (revision == before) return;
            writer.setLiveCommitData(
                    Map.of("shape", shape, "revision", Long.toString(revision)).entrySet());
            writer.commit();
            searchers.maybeRefreshBlocking();
        } finally {
            following.unlock();
        }
    }

    private void put(PassageRow row, Map<String, List<float[]>> vectors) throws IOException {
        var term = new Term(ID, Long.toString(row.id()));
        if (row.isTakenOut()) {
            writer.deleteDocuments(term);
            return;
        }
        var main = document(row);
        main.add(new TextField(
                Analyzers.field(row.language()),
                row.title() + "\n" + row.question() + "\n" + row.text(),
                Field.Store.NO));
        var title = document(row);
        boolean hasTitle = false;
        for (var ofModel : vectors.entrySet()) {
            var all = ofModel.getValue();
            main.add(vector(ofModel.getKey(), all.getFirst()));
            if (all.size() < 2) continue;
            title.add(vector(ofModel.getKey(), all.get(1)));
            hasTitle = true;
        }
        writer.updateDocuments(term, hasTitle ? List.of(main, title) : List.of(main));
    }

    private static Document document(PassageRow row) {
        var document = new Document();
        document.add(new KeywordField(ID, Long.toString(row.id()), Field.Store.NO));
        document.add(new NumericDocValuesField("number", row.id()));
        document.add(new KeywordField(LANGUAGE, row.language().split("-")[0], Field.Store.NO));
        document.add(new KeywordField(AUDIENCE, row.forCustomers() ? "customers" : "team", Field.Store.NO));
        document.add(new LongPoint(FROM, micros(row.validFrom())));
        document.add(new LongPoint(TO, row.validTo() == null ? Long.MAX_VALUE : micros(row.validTo())));
        return document;
    }

    private static long micros(Instant time) {
        return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
    }

    private static KnnFloatVectorField vector(String model, float[] vector) {
        return new KnnFloatVectorField("vector." + model, vector, VectorSimilarityFunction.DOT_PRODUCT);
    }

    /** The passages that share words, with BM25's scores. */
    Map<Long, Double> byWords(String text, Within within, int most) throws IOException {
        var words = new QueryBuilder(writer.getAnalyzer())
                .createBooleanQuery(Analyzers.field(within.language()), text, Occur.SHOULD);
        if (words == null) return Map.of();
        var query = new BooleanQuery.Builder()
                .add(words, Occur.MUST)
                .add(filter(within), Occur.FILTER)
                .build();
        return search(query, most, score -> score);
    }

    /** The passages that are closest in meaning, with their cosines. */
    Map<Long, Double> byMeaning(String model, float[] vector, Within within, int most) throws IOException {
        // A passage is there once or twice.
        var query = new KnnFloatVectorQuery("vector." + model, vector, 2 * most, filter(within));
        return search(query, 2 * most, score -> 2 * score - 1);
    }

    private interface Scale {
        double of(double score);
    }

    private Map<Long, Double> search(Query query, int most, Scale scale) throws IOException {
        var searcher = searchers.acquire();
        try {
            return found(searcher, searcher.search(query, most), scale);
        } finally {
            searchers.release(searcher);
        }
    }

    private static Map<Long, Double> found(IndexSearcher searcher, TopDocs top, Scale scale) throws IOException {
        var found = new HashMap<Long, Double>();
        var leaves = searcher.getIndexReader().leaves();
        for (var hit : top.scoreDocs) {
            var leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
            var numbers = leaf.reader().getNumericDocValues("number");
            numbers.advanceExact(hit.doc - leaf.docBase);
            found.merge(numbers.longValue(), scale.of(hit.score), Math::max);
        }
        return found;
    }

    private static Query filter(Within within) {
        long asOf = within.asOf() == null ? Long.MAX_VALUE - 1 : micros(within.asOf());
        var filter = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(LANGUAGE, within.language().split("-")[0])), Occur.FILTER)
                .add(LongPoint.newRangeQuery(FROM, Long.MIN_VALUE, asOf), Occur.FILTER)
                .add(LongPoint.newRangeQuery(TO, asOf + 1, Long.MAX_VALUE), Occur.FILTER);
        if (within.forCustomers()) filter.add(new TermQuery(new Term(AUDIENCE, "customers")), Occur.FILTER);
        return filter.build();
    }

    @Override
    public void close() throws IOException {
        following.lock();
        try {
            searchers.close();
            writer.close();
            writer.getDirectory().close();
        } finally {
            following.unlock();
        }
    }
}
