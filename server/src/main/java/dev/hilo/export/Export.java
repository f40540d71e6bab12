package dev.hilo.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hilo.accounts.Account;
import dev.hilo.accounts.Secrets;
import dev.hilo.api.Json;
import dev.hilo.db.Database;
import dev.hilo.events.EventLog;
import dev.hilo.fields.Field;
import dev.hilo.fields.Forms;
import dev.hilo.fields.Resource;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Writes an account's tables to a target: everything at first, then what has changed since. */
public final class Export {

    /**
     * What a run has done.
     *
     * @param whole whether everything was written anew
     * @param rows written, by table
     * @param touched rows that were replaced or removed where the run was not whole, by table
     */
    public record Result(boolean whole, Map<String, Long> rows, Map<String, Long> touched, Manifest manifest) {}

    /** Told now and then. */
    @FunctionalInterface
    public interface Listener {
        void told(String table, long rows);
    }

    /** The run was asked to stop; the target is as it was before. */
    public static final class Stopped extends RuntimeException {
        Stopped() {
            super("The export was stopped", null, false, false);
        }
    }

    private static final int TELL_EVERY = 10_000;

    private final Database database;
    private final EventLog events;
    private final Forms forms;
    private final Secrets secrets;
    private final Clock clock;

    public Export(Database database, EventLog events, Forms forms, Secrets secrets, Clock clock) {
        this.database = database;
        this.events = events;
        this.forms = forms;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @param whole whether to write everything anew, whatever is there */
    public Result run(
            Account account, Place place, Selection selection, boolean whole, BooleanSupplier stop, Listener listener)
            throws Exception {
        forms.forget();
        var tables = tables(account);
        String shape = shape(account, tables, selection);
        try (var target = place.open()) {
            // Read before the snapshot is taken: whatever the cursor passes over, the snapshot shows.
            long end = end();
            var last = target.last(account)
                    .filter(m -> !whole && m.shape().equals(shape) && !wasErased(account, m.cursor(), end));
            long cursor = Math.max(end, last.map(Manifest::cursor).orElse(0L));
            var queries = new Queries(
                    account.accountId(), selection, last.map(Manifest::cursor).orElse(-1L), cursor);
            var manifest = new Manifest(
                    account.subdomain(), account.accountId(), Schema.VERSION, cursor, shape, clock.instant());
            var redaction = selection.redact() ? redaction(account) : null;
            var run = new Run(account, target, queries, redaction, stop, listener);
            try (var snapshot = new Snapshot(database.dataSource())) {
                for (var table : tables) run.copy(snapshot, table);
            }
            target.commit(account, manifest);
            return new Result(queries.isWhole(), run.rows, run.touched, manifest);
        }
    }

    /** A process that has just begun knows of no end until the transactions that it met are over. */
    private long end() throws InterruptedException {
        long end = events.end();
        for (int i = 0; end == 0 && i < 100; i++) {
            Thread.sleep(20);
            end = events.end();
        }
        return end;
    }

    private List<Table> tables(Account account) {
        return Schema.tables().stream()
                .map(table -> switch (table.name()) {
                    case "tickets" -> table.with(custom(account, Resource.TICKET));
                    case "contacts" -> table.with(custom(account, Resource.CONTACT));
                    case "companies" -> table.with(custom(account, Resource.COMPANY));
                    default -> table;
                })
                .toList();
    }

    private List<Column> custom(Account account, Resource resource) {
        return CustomColumns.of(forms.list(account.accountId(), resource));
    }

    /** What decides how a row looks: a change of it changes rows that no event tells of. */
    private String shape(Account account, List<Table> tables, Selection selection) {
        var statuses = forms.list(account.accountId(), Resource.TICKET).stream()
                .filter(field -> field.name().equals("status"))
                .map(Field::choices)
                .toList();
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            String text = Schema.VERSION + "\n" + tables + "\n" + selection + "\n" + statuses;
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A person was taken out of the history, which changes events that were told before. */
    private boolean wasErased(Account account, long from, long to) {
        return database.read(h -> h.createQuery("""
                        select exists (select from events where account_id = :account and id > :from and id <= :to
                          and type = 'contact.erased')
                        """)
                .bind("account", account.accountId())
                .bind("from", from)
                .bind("to", to)
                .mapTo(boolean.class)
                .one());
    }

    private Redaction redaction(Account account) {
        return new Redaction(database.read(h -> secrets.of(h, account.accountId())));
    }

    /** The tables of one run, one after the other. */
    private static final class Run {
        private final Account account;
        private final Target target;
        private final Queries queries;
        private final Redaction redaction;
        private final BooleanSupplier stop;
        private final Listener listener;
        private final Map<String, Long> rows = new LinkedHashMap<>();
        private final Map<String, Long> touched = new LinkedHashMap<>();

        Run(
                Account account,
                Target target,
                Queries queries,
                Redaction redaction,
                BooleanSupplier stop,
                Listener listener) {
            this.account = account;
            this.target = target;
            this.queries = queries;
            this.redaction = redaction;
            this.stop = stop;
            this.listener = listener;
        }

        void copy(Snapshot snapshot, Table table) throws Exception {
            try (var writer = target.write(account, table, queries.isWhole())) {
                var count = new long[2];
                if (!queries.isWhole()) {
                    snapshot.each(
                            "select distinct id from (" + queries.touched(table) + ") x (id) order by id", row -> {
                                writer.touch(row.getLong(1));
                                count[1]++;
                            });
                }
                boolean isNamed = queries.isNamed(table);
                Ahead.run(
                        rows -> snapshot.each(queries.rows(table), row -> rows.take(read(table, row, isNamed))),
                        values -> {
                            writer.row(values);
                            if (++count[0] % TELL_EVERY == 0) tell(table, count[0]);
                        });
                tell(table, count[0]);
                rows.put(table.name(), count[0]);
                touched.put(table.name(), count[1]);
            }
        }

        private void tell(Table table, long count) {
            if (stop.getAsBoolean()) throw new Stopped();
            listener.told(table.name(), count);
        }

        private Object[] read(Table table, ResultSet row, boolean isNamed)
                throws SQLException, JsonProcessingException {
            var columns = table.columns();
            var values = new Object[columns.size()];
            for (int i = 0; i < values.length; i++) {
                var column = columns.get(i);
                values[i] = column.isCustom()
                        ? column.type().parse(row.getString(i + 1))
                        : column.type().read(row, i + 1);
            }
            if (redaction != null) redaction.apply(columns, values, isNamed ? row.getString(values.length + 1) : null);
            return values;
        }
    }

    /** For people and logs. */
    static String json(Object value) throws JsonProcessingException {
        return Json.MAPPER.writeValueAsString(value);
    }
}
