package dev.hilo.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.postgresql.PGConnection;

/** Grows the passages of an account, each like one that is there: its words, and a vector not far from its own. */
final class ManyPassages {

    private static final long FIRST_ID = 950_000_000_000L;
    private static final float FARNESS = 0.03f;

    private final Connection connection;
    private final long accountId;
    private final int dimension;
    private final Random random = new Random(11);

    ManyPassages(Connection connection, long accountId, int dimension) {
        this.connection = connection;
        this.accountId = accountId;
        this.dimension = dimension;
    }

    private record Vectors(long passage, String model, byte[] bytes) {}

    void grow(int count) throws SQLException, IOException {
        var there = vectors();
        execute("create temporary table copies (id bigint, of bigint, model text, vectors bytea)");
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy copies from stdin");
        for (int i = 0; i < count - there.size(); i++) {
            var vector = there.get(i % there.size());
            String line = FIRST_ID + i + "\t" + vector.passage + "\t" + vector.model + "\t\\\\x"
                    + HexFormat.of().formatHex(near(vector)) + "\n";
            byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
            copy.writeToCopy(bytes, 0, bytes.length);
        }
        copy.endCopy();
        execute("""
                insert into passages (account_id, id, source, document, version, part, title, question, text, language,
                  for_customers, address, valid_from, revision)
                select p.account_id, c.id, p.source, 'copy ' || c.id, p.version, p.part, p.title, p.question, p.text, p.language,
                  p.for_customers, p.address, p.valid_from,
                  (select max(revision) from passages where account_id = p.account_id) + row_number() over ()
                from copies c join passages p on p.account_id = %d and p.id = c.of
                """.formatted(accountId));
        execute("insert into passage_vectors select %d, id, model, vectors from copies".formatted(accountId));
        execute("update knowledge set revision = (select max(revision) from passages where account_id = %1$d)"
                        .formatted(accountId)
                + " where account_id = %d".formatted(accountId));
    }

    private List<Vectors> vectors() throws SQLException {
        var all = new ArrayList<Vectors>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select passage_id, model, vectors from passage_vectors where account_id = " + accountId)) {
            while (rows.next()) {
                all.add(new Vectors(rows.getLong(1), rows.getString(2), rows.getBytes(3)));
            }
        }
        return all;
    }

    /** Of length 1 each. */
    private byte[] near(Vectors vectors) {
        var from = ByteBuffer.wrap(vectors.bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        var to = ByteBuffer.allocate(vectors.bytes.length).order(ByteOrder.LITTLE_ENDIAN);
        float[] vector = new float[dimension];
        while (from.hasRemaining()) {
            from.get(vector);
            double squares = 0;
            for (int i = 0; i < dimension; i++) {
                vector[i] += FARNESS * (float) random.nextGaussian();
                squares += vector[i] * vector[i];
            }
            for (float x : vector) to.putFloat((float) (x / Math.sqrt(squares)));
        }
        return to.array();
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
