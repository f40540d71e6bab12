package dev.hilo.export;

import dev.hilo.accounts.Account;
import dev.hilo.accounts.Accounts;
import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Secrets;
import dev.hilo.api.CreateDataExport;
import dev.hilo.api.DataExport;
import dev.hilo.api.FieldError;
import dev.hilo.api.Json;
import dev.hilo.api.Patch;
import dev.hilo.api.UpdateDataExport;
import dev.hilo.db.Clash;
import dev.hilo.db.Database;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import dev.hilo.web.Page;
import dev.hilo.web.Paging;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The exports that run by themselves: their files lie in Hilo's own folder, under {@code exports}. */
public final class ScheduledExports {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduledExports.class);
    private static final String USE = "export url";
    private static final int MOST = 20;
    private static final int SHORTEST = 5;
    private static final int LONGEST = 44_640;
    private static final int LONGEST_ERROR = 500;

    private final Database database;
    private final Clock clock;
    private final Accounts accounts;
    private final Secrets secrets;
    private final Export export;
    private final Path folder;
    private final PostgresAddress addresses;
    private volatile boolean stopping;

    /** @param takesPrivate whether a PostgreSQL may be at an address that is not public */
    public ScheduledExports(
            Database database,
            Clock clock,
            Accounts accounts,
            Secrets secrets,
            Export export,
            Path home,
            boolean takesPrivate) {
        this.database = database;
        this.clock = clock;
        this.accounts = accounts;
        this.secrets = secrets;
        this.export = export;
        this.folder = home.resolve("exports");
        this.addresses = new PostgresAddress(takesPrivate);
    }

    Page<DataExport> list(Caller caller, Paging paging) {
        var rows = database.read(
                h -> h.attach(ExportStore.class).list(caller.accountId(), paging.limit(), paging.offset()));
        var page = Page.of(rows, paging);
        return new Page<>(
                page.items().stream().map(row -> view(caller.account(), row)).toList(), page.hasMore());
    }

    DataExport view(Caller caller, long id) {
        return view(caller.account(), require(caller, id));
    }

    private ExportRow require(Caller caller, long id) {
        return database.read(h -> h.attach(ExportStore.class).find(caller.accountId(), id))
                .orElseThrow(Refusal.NotFound::new);
    }

    DataExport create(Caller caller, CreateDataExport asked) {
        var problems = new Problems();
        boolean isPostgres = asked.kind().equals("postgresql");
        if (isPostgres && (asked.url() == null || !PostgresAddress.isForm(asked.url()))) {
            problems.add(FieldError.invalid(
                    "url", "It should be of the form postgresql://user:password@host:5432/database"));
        }
        if (!isPostgres && asked.url() != null) problems.add(FieldError.unexpected("url"));
        checkPause(problems, asked.everyMinutes());
        problems.refuse();
        return Clash.guard(
                "exports_name",
                () -> new Refusal.Duplicate(FieldError.duplicate("name")),
                () -> database.write(h -> {
                    var store = h.attach(ExportStore.class);
                    if (store.count(caller.accountId()) >= MOST) {
                        throw new Refusal.Invalid(
                                FieldError.invalid("exports", "An account has " + MOST + " exports at most"));
                    }
                    byte[] url = isPostgres
                            ? secrets.of(h, caller.accountId())
                                    .seal(USE, asked.url().getBytes(StandardCharsets.UTF_8))
                            : null;
                    long id = store.insert(caller.accountId(), asked, url, clock.instant());
                    return view(
                            caller.account(), store.find(caller.accountId(), id).orElseThrow());
                }));
    }

    private static void checkPause(Problems problems, Integer minutes) {
        if (minutes != null && (minutes < SHORTEST || minutes > LONGEST)) {
            problems.add(FieldError.invalid("every_minutes", "It should be from " + SHORTEST + " to " + LONGEST));
        }
    }

    DataExport update(Caller caller, long id, UpdateDataExport asked) {
        var problems = new Problems();
        requireValue(problems, "name", asked.name());
        requireValue(problems, "every_minutes", asked.everyMinutes());
        requireValue(problems, "active", asked.active());
        checkPause(problems, asked.everyMinutes().or(null));
        problems.refuse();
        return Clash.guard(
                "exports_name",
                () -> new Refusal.Duplicate(FieldError.duplicate("name")),
                () -> database.write(h -> {
                    var store = h.attach(ExportStore.class);
                    var row = store.find(caller.accountId(), id).orElseThrow(Refusal.NotFound::new);
                    store.update(
                            caller.accountId(),
                            id,
                            asked.name().or(row.name()),
                            asked.everyMinutes().or(row.everyMinutes()),
                            asked.active().or(row.active()),
                            clock.instant());
                    return view(
                            caller.account(), store.find(caller.accountId(), id).orElseThrow());
                }));
    }

    private static void requireValue(Problems problems, String name, Patch<?> patch) {
        if (patch.isPresent() && !patch.hasValue()) problems.add(FieldError.invalid(name, "It should not be null"));
    }

    /** It runs within seconds. */
    DataExport hurry(Caller caller, long id) {
        database.run(h -> h.attach(ExportStore.class).hurry(caller.accountId(), id, clock.instant()));
        return view(caller, id);
    }

    /** What it has written stays. */
    void delete(Caller caller, long id) {
        database.run(h -> {
            if (h.attach(ExportStore.class).delete(caller.accountId(), id) == 0) throw new Refusal.NotFound();
        });
    }

    /** Runs what is due, one after the other. */
    public void runDue() {
        for (var account : accounts.list()) {
            var due = database.read(h -> h.attach(ExportStore.class).due(account.accountId(), clock.instant()));
            while (due.isPresent() && !stopping) {
                run(account, due.get());
                due = database.read(h -> h.attach(ExportStore.class).due(account.accountId(), clock.instant()));
            }
        }
    }

    private void run(Account account, ExportRow row) {
        long id = row.id();
        long accountId = account.accountId();
        database.run(h -> h.attach(ExportStore.class).begin(accountId, id, clock.instant()));
        try {
            var result = export.run(account, place(account, row), row.selection(), false, () -> stopping, (t, n) -> {});
            var rows = Json.MAPPER.valueToTree(result.rows());
            database.run(
                    h -> h.attach(ExportStore.class).succeed(accountId, id, result.whole(), rows, clock.instant()));
        } catch (Export.Stopped stopped) {
            database.run(h -> h.attach(ExportStore.class).leave(accountId, id));
        } catch (Exception | LinkageError e) {
            LOG.warn("Export {} of account {} failed", id, accountId, e);
            String error = String.valueOf(e.getMessage());
            String told = error.substring(0, Math.min(LONGEST_ERROR, error.length()));
            database.run(h -> h.attach(ExportStore.class).fail(accountId, id, told, clock.instant()));
        }
    }

    private Place place(Account account, ExportRow row) throws Exception {
        if (!row.kind().equals("postgresql"))
            return Place.parse(file(account, row).toString(), format(row));
        return new Place.PostgresPlace(addresses.open(url(row)));
    }

    private String url(ExportRow row) {
        return database.read(
                h -> new String(secrets.of(h, row.accountId()).open(USE, row.sealedUrl()), StandardCharsets.UTF_8));
    }

    private static Place.Format format(ExportRow row) {
        return switch (row.kind()) {
            case "csv" -> Place.Format.CSV;
            case "jsonl" -> Place.Format.JSONL;
            default -> Place.Format.PARQUET;
        };
    }

    private Path file(Account account, ExportRow row) {
        String ending = row.kind().equals("duckdb") ? ".duckdb" : "";
        return folder.resolve(account.subdomain()).resolve(row.id() + ending);
    }

    private DataExport view(Account account, ExportRow row) {
        String target = row.kind().equals("postgresql")
                ? url(row).replaceFirst(".*@", "").replaceFirst("\\?.*", "")
                : folder.getParent().relativize(file(account, row)).toString();
        return new DataExport(
                row.id(),
                row.name(),
                row.kind(),
                target,
                row.resolvedOnly(),
                row.since(),
                row.redact(),
                row.everyMinutes(),
                row.active(),
                row.state(),
                row.dueAt(),
                row.lastStartedAt(),
                row.lastEndedAt(),
                row.lastSucceededAt(),
                row.lastWhole(),
                row.lastRows(),
                row.lastError(),
                row.createdAt(),
                row.updatedAt());
    }

    /** The run that goes on ends soon, and begins again after the next start. */
    public void stop() {
        stopping = true;
    }
}
