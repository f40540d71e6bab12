package dev.hilo.transfers;

import dev.hilo.accounts.Accounts;
import dev.hilo.accounts.Caller;
import dev.hilo.api.FieldError;
import dev.hilo.api.ImportStatus;
import dev.hilo.api.Json;
import dev.hilo.api.StartImport;
import dev.hilo.api.Upload;
import dev.hilo.attachments.Attachments;
import dev.hilo.attachments.Owner;
import dev.hilo.db.Database;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import dev.hilo.fields.Forms;
import dev.hilo.fields.Resource;
import dev.hilo.jobs.ApiJobs;
import dev.hilo.web.Address;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Contacts and companies that come in CSV files: taken in one by one in the background. */
public final class Imports {

    private static final int MOST_LISTED = 5;
    private static final Duration KEPT = Duration.ofDays(15);

    /** What is told of a file: how wide and how long it is. */
    private record Size(int columns, int rows) {}

    private final Database database;
    private final Forms forms;
    private final Attachments attachments;
    private final ApiJobs jobs;
    private final Accounts accounts;
    private final Clock clock;

    public Imports(
            Database database, Forms forms, Attachments attachments, ApiJobs jobs, Accounts accounts, Clock clock) {
        this.database = database;
        this.forms = forms;
        this.attachments = attachments;
        this.jobs = jobs;
        this.accounts = accounts;
        this.clock = clock;
    }

    ImportStatus start(Caller caller, Resource resource, StartImport asked, String jobId, Address address) {
        long accountId = caller.accountId();
        var size = sizeOf(asked.file());
        var problems = new Problems();
        problems.addIf(size.rows == 0, FieldError.invalid("file", "It should have a header and at least one row"));
        var columns =
                ImportColumns.of(resource, asked.fields(), forms.list(accountId, resource), size.columns, problems);
        problems.refuse();
        try (var staged = attachments.stage(accountId, List.of(asked.file()))) {
            return database.write(h -> {
                var store = h.attach(ImportStore.class);
                var now = clock.instant();
                jobs.start(h, caller, RunImport.KIND, Map.of(), jobId);
                long id = store.insert(
                        accountId,
                        resource,
                        Json.MAPPER.valueToTree(columns.byField()),
                        size.rows,
                        UUID.fromString(jobId),
                        now);
                attachments.attach(h, accountId, Owner.IMPORT, id, null, staged, now, address);
                return view(h, accountId, store.find(accountId, resource, id).orElseThrow(), address);
            });
        }
    }

    private static Size sizeOf(Upload file) {
        try (var rows = new CsvRows(file.open())) {
            int columns = rows.hasNext() ? rows.next().size() : 0;
            int count = 0;
            for (; rows.hasNext(); rows.next()) count++;
            return new Size(columns, count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<ImportStatus> latest(Caller caller, Resource resource, String status, Address address) {
        return database.read(
                h -> h.attach(ImportStore.class).latest(caller.accountId(), resource, status, MOST_LISTED).stream()
                        .map(row -> view(h, caller.accountId(), row, address))
                        .toList());
    }

    ImportStatus view(Caller caller, Resource resource, long id, Address address) {
        return database.read(h -> view(h, caller.accountId(), require(h, caller, resource, id), address));
    }

    private static ImportStore.Row require(Handle handle, Caller caller, Resource resource, long id) {
        return handle.attach(ImportStore.class)
                .find(caller.accountId(), resource, id)
                .orElseThrow(Refusal.NotFound::new);
    }

    private ImportStatus view(Handle handle, long accountId, ImportStore.Row row, Address address) {
        String report = row.reportId() == null
                ? null
                : attachments
                        .link(
                                handle,
                                accountId,
                                Owner.IMPORT,
                                row.reportId(),
                                row.createdAt().plus(KEPT),
                                address)
                        .orElse(null);
        return new ImportStatus(
                row.id(),
                row.createdAt(),
                row.status(),
                row.total(),
                row.completed(),
                remaining(row),
                new ImportStatus.Failures(row.failed(), report));
    }

    /** From the pace so far. */
    private static String remaining(ImportStore.Row row) {
        boolean runs = row.status().equals("in_progress") && row.completed() > 0;
        long passed = Duration.between(row.createdAt(), row.updatedAt()).toSeconds();
        long seconds = runs ? passed * (row.total() - row.completed()) / row.completed() : 0;
        return "%02d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** The rows that are done stay. */
    void cancel(Caller caller, Resource resource, long id) {
        database.run(h -> {
            if (!require(h, caller, resource, id).status().equals("in_progress")) {
                throw new Refusal.InconsistentState("Only an import that is in progress can be cancelled.");
            }
            h.attach(ImportStore.class).cancel(caller.accountId(), id, clock.instant());
        });
    }

    /** Deletes the files of imports that were begun more than 15 days ago. */
    public void forgetOld() {
        Instant before = clock.instant().minus(KEPT);
        for (var account : accounts.list()) {
            database.run(h -> {
                var old = h.attach(ImportStore.class).takeOld(account.accountId(), before);
                attachments.delete(h, account.accountId(), Owner.IMPORT, old);
            });
        }
    }
}
