package dev.hilo.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;
import java.util.function.IntFunction;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Fills an account with tickets of ten entries each, bodies of about 700 bytes; the same seed, the same rows. */
final class Load {

    static final int ENTRIES_PER_TICKET = 10;
    private static final int CONTACTS = 1_000;
    private static final long FIRST_ID = 900_000_000_000L;
    private static final String[] WORDS =
            ("the order parcel invoice refund account password customer please thank arrived broken address delivery "
                            + "charge card return exchange size colour screen update version error message support team "
                            + "week today yesterday again still waiting answer number receipt warehouse carrier")
                    .split(" ");

    private final Connection connection;
    private final long accountId;
    private final long agentId;

    Load(Connection connection, long accountId, long agentId) {
        this.connection = connection;
        this.accountId = accountId;
        this.agentId = agentId;
    }

    /** Adds the tickets from one id to another, both included. */
    void tickets(int from, int to) throws SQLException, IOException {
        if (from == 1) {
            copy("contacts (account_id, id, name, email, created_at, updated_at)", 1, CONTACTS, this::contact);
        }
        copy(
                "tickets (account_id, id, subject, description, description_text, status, priority, source,"
                        + " requester_id, created_at, updated_at)",
                from,
                to,
                this::ticket);
        copy(
                "conversations (account_id, id, ticket_id, user_id, body, body_text, incoming, private, source, category,"
                        + " to_emails, cc_emails, bcc_emails, created_at, updated_at)",
                (from - 1) * ENTRIES_PER_TICKET,
                to * ENTRIES_PER_TICKET - 1,
                this::entry);
        execute("update ticket_counters set last_id = " + to + " where account_id = " + accountId);
        // The program is not to act on what was loaded while it is measured.
        execute("update event_cursors set position = (select last_value from event_id) where account_id = "
                + accountId);
        execute("vacuum (analyze) tickets, conversations, contacts");
        execute("checkpoint");
    }

    private String contact(int i) {
        return row(accountId, FIRST_ID + i, "Customer " + i, "customer" + i + "@bench.test", at(0), at(0));
    }

    private String ticket(int i) {
        return row(
                accountId,
                i,
                "Question " + i,
                "<div>Hello</div>",
                "Hello",
                2,
                1,
                1,
                FIRST_ID + 1 + i % CONTACTS,
                at(i),
                at(i + 10));
    }

    private String entry(int i) {
        int ticket = i / ENTRIES_PER_TICKET + 1;
        boolean note = i % 3 == 0;
        String text = text(i);
        return row(
                accountId,
                FIRST_ID + 10_000_000 + i,
                ticket,
                agentId,
                "<div>" + text + "</div>",
                text,
                false,
                note,
                note ? 2 : 0,
                note ? 2 : 3,
                note ? "{}" : "{customer" + ticket % CONTACTS + "@bench.test}",
                "{}",
                note ? "\\N" : "{}",
                at(i),
                at(i));
    }

    /** About 700 bytes in the two columns together, as in the recorded bodies. */
    private static String text(int seed) {
        var random = new Random(seed);
        var text = new StringBuilder(360);
        while (text.length() < 340)
            text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
        return text.toString().strip();
    }

    private static String at(int second) {
        return "2026-01-01 00:00:00Z"
                .replace("00:00:00", "%02d:%02d:%02d".formatted(second / 3600 % 24, second / 60 % 60, second % 60));
    }

    private static String row(Object... values) {
        var line = new StringBuilder();
        for (var value : values) line.append(line.isEmpty() ? "" : "\t").append(value);
        return line.append('\n').toString();
    }

    private void copy(String table, int from, int to, IntFunction<String> row) throws SQLException, IOException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
        for (int i = from; i <= to; i++) {
            byte[] line = row.apply(i).getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(line, 0, line.length);
        }
        copy.endCopy();
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
