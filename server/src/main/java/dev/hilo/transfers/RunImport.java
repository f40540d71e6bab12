package dev.hilo.transfers;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hilo.api.FieldError;
import dev.hilo.api.Json;
import dev.hilo.attachments.Attachments;
import dev.hilo.attachments.Owner;
import dev.hilo.companies.Companies;
import dev.hilo.contacts.Contacts;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.fields.Forms;
import dev.hilo.fields.Resource;
import dev.hilo.jobs.JobContext;
import dev.hilo.jobs.JobWork;
import dev.hilo.web.Address;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Takes in the rows of an import. Each row is there, and counted, or neither; so the work goes on where it was left, here or
 * on another node.
 */
public final class RunImport implements JobWork {

    public static final String KIND = "people.import";

    private static final TypeReference<Map<String, Integer>> COLUMNS = new TypeReference<>() {};
    private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();
    private static final Address NOWHERE = new Address("http", "localhost");

    /** Somebody has cancelled the import. */
    private static final class Cancelled extends RuntimeException {
        Cancelled() {
            super("cancelled", null, false, false);
        }
    }

    private final Database database;
    private final Attachments attachments;
    private final Map<Resource, ImportedRows> into;
    private final Path folder;
    private final Clock clock;

    /** @param folder for the report while it is written */
    public RunImport(
            Database database,
            Attachments attachments,
            Contacts contacts,
            Companies companies,
            Forms forms,
            Path folder,
            Clock clock) {
        this.database = database;
        this.attachments = attachments;
        this.into = Map.of(
                Resource.CONTACT, new ImportedContacts(contacts, companies, forms),
                Resource.COMPANY, new ImportedCompanies(companies, forms));
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public JsonNode run(JobContext job) throws IOException {
        long accountId = job.account().accountId();
        var row = database.read(h -> h.attach(ImportStore.class).ofJob(accountId, job.id()));
        if (row.status().equals("completed")) return NOTHING;
        try (var rows = new CsvRows(attachments.open(accountId, Owner.IMPORT, row.id()))) {
            var header = rows.next();
            takeIn(job, row, rows);
            end(job, row, header);
        }
        return NOTHING;
    }

    private void takeIn(JobContext job, ImportStore.Row row, CsvRows rows) {
        var columns = new ImportColumns(Json.MAPPER.convertValue(row.columns(), COLUMNS));
        try {
            for (int number = 1; rows.hasNext(); number++) {
                var cells = rows.next();
                if (number > row.completed()) takeIn(job, row, columns, number, cells);
            }
        } catch (Cancelled cancelled) {
            // What is done stays.
        }
    }

    private void takeIn(JobContext job, ImportStore.Row row, ImportColumns columns, int number, List<String> cells) {
        try {
            database.run(h -> {
                advance(job, row, h.attach(ImportStore.class), 0);
                into.get(row.resource()).take(h, job.caller(), columns.read(cells));
                job.save(h, 99 * number / row.total(), NOTHING);
            });
        } catch (Refusal refused) {
            database.run(h -> {
                advance(job, row, h.attach(ImportStore.class), 1);
                h.attach(ImportStore.class).fail(job.account().accountId(), row.id(), number, cells, reason(refused));
                job.save(h, 99 * number / row.total(), NOTHING);
            });
        }
    }

    private void advance(JobContext job, ImportStore.Row row, ImportStore store, int failed) {
        if (store.advance(job.account().accountId(), row.id(), failed, clock.instant()) == 0) throw new Cancelled();
    }

    private static String reason(Refusal refused) {
        return switch (refused) {
            case Refusal.Invalid invalid -> sentences(invalid.errors);
            case Refusal.Duplicate duplicate -> sentences(duplicate.errors);
            case Refusal.MethodNotAllowed deleted -> "The contact is deleted or blocked";
            case Refusal.NotFound agent -> "An agent has this e-mail or external id";
            default -> refused.getMessage();
        };
    }

    private static String sentences(List<FieldError> errors) {
        return errors.stream()
                .map(error -> error.field() + ": " + error.message())
                .collect(Collectors.joining("; "));
    }

    /** The report takes the place of the file that was sent. */
    private void end(JobContext job, ImportStore.Row row, List<String> header) throws IOException {
        long accountId = job.account().accountId();
        try (var report = new CsvFile(folder, "import-" + row.id() + "-failures.csv")) {
            int failures = write(report, accountId, row.id(), header);
            try (var staged = attachments.stage(accountId, failures == 0 ? List.of() : List.of(report.finish()))) {
                database.run(h -> {
                    var store = h.attach(ImportStore.class);
                    Long reportId = failures == 0 ? null : (Long) store.nextId();
                    store.end(accountId, row.id(), reportId, clock.instant());
                    store.forgetFailures(accountId, row.id());
                    attachments.delete(h, accountId, Owner.IMPORT, List.of(row.id()));
                    if (reportId != null) {
                        attachments.attach(
                                h, accountId, Owner.IMPORT, reportId, null, staged, clock.instant(), NOWHERE);
                    }
                });
            }
        }
    }

    private int write(CsvFile report, long accountId, long id, List<String> header) {
        report.write(with(header, "Errors"));
        return database.write(h -> {
            try (var failures = h.attach(ImportStore.class).failures(accountId, id)) {
                int count = 0;
                for (var failure : (Iterable<ImportStore.Failure>) failures::iterator) {
                    report.write(with(failure.cells(), failure.reason()));
                    count++;
                }
                return count;
            }
        });
    }

    private static List<String> with(List<String> cells, String last) {
        var all = new ArrayList<>(cells);
        all.add(last);
        return all;
    }
}
