package dev.hilo.transfers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hilo.accounts.Accounts;
import dev.hilo.accounts.Caller;
import dev.hilo.api.ExportStatus;
import dev.hilo.api.Json;
import dev.hilo.api.StartExport;
import dev.hilo.attachments.Attachments;
import dev.hilo.attachments.Owner;
import dev.hilo.db.Database;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import dev.hilo.fields.Forms;
import dev.hilo.fields.Resource;
import dev.hilo.jobs.ApiJobs;
import dev.hilo.jobs.JobContext;
import dev.hilo.jobs.JobWork;
import dev.hilo.web.Address;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Writes all contacts, or all companies, of an account into a CSV file, which can be fetched for a while. */
public final class Exports implements JobWork {

    public static final String KIND = "people.export";

    private static final Duration KEPT = Duration.ofDays(15);
    /** A job has no caller whose address a link could bear; links are made when they are asked for. */
    private static final Address NOWHERE = new Address("http", "localhost");

    private final Database database;
    private final Forms forms;
    private final Attachments attachments;
    private final ApiJobs jobs;
    private final Accounts accounts;
    private final Path folder;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** @param folder for the file while it is written */
    public Exports(
            Database database,
            Forms forms,
            Attachments attachments,
            ApiJobs jobs,
            Accounts accounts,
            Path folder,
            Clock clock) {
        this.database = database;
        this.forms = forms;
        this.attachments = attachments;
        this.jobs = jobs;
        this.accounts = accounts;
        this.folder = folder;
        this.clock = clock;
    }

    /** @return the id of the export */
    String start(Caller caller, Resource resource, StartExport asked, String jobId) {
        columns(caller.accountId(), resource, asked.fields());
        byte[] digits = new byte[20];
        random.nextBytes(digits);
        String id = HexFormat.of().formatHex(digits);
        JsonNode fields = Json.MAPPER.valueToTree(asked.fields());
        database.run(h -> {
            var store = h.attach(ExportStore.class);
            store.lock(caller.accountId());
            if (store.isRunning(caller.accountId(), resource)) {
                throw new Refusal.InconsistentState("An export is in progress already.");
            }
            jobs.start(h, caller, KIND, fields, jobId);
            store.insert(caller.accountId(), id, resource, fields, UUID.fromString(jobId), clock.instant());
        });
        return id;
    }

    private List<ExportColumn> columns(long accountId, Resource resource, StartExport.Fields asked) {
        var problems = new Problems();
        var columns = ExportedPeople.columns(resource, asked, forms.list(accountId, resource), problems);
        problems.refuse();
        return columns;
    }

    ExportStatus view(Caller caller, Resource resource, String id, Address address) {
        return database.read(h -> {
            var row = h.attach(ExportStore.class)
                    .find(caller.accountId(), resource, id)
                    .orElseThrow(Refusal.NotFound::new);
            var until = row.createdAt().plus(KEPT);
            var link = attachments.link(h, caller.accountId(), Owner.EXPORT, row.fileId(), until, address);
            String status =
                    link.isPresent() ? "completed" : "IN PROGRESS".equals(row.jobStatus()) ? "in_progress" : "failed";
            return new ExportStatus(id, status, link.orElse(null));
        });
    }

    @Override
    public JsonNode run(JobContext job) throws IOException {
        long accountId = job.account().accountId();
        var export = database.read(h -> h.attach(ExportStore.class).ofJob(accountId, job.id()));
        var asked = Json.MAPPER.treeToValue(export.fields(), StartExport.Fields.class);
        var columns = columns(accountId, export.resource(), asked);
        String name = (export.resource() == Resource.CONTACT ? "contacts-" : "companies-") + export.id() + ".csv";
        try (var file = new CsvFile(folder, name.toLowerCase(Locale.ROOT))) {
            write(file, job, export.resource(), columns);
            store(file.finish(), job, export);
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private void write(CsvFile file, JobContext job, Resource resource, List<ExportColumn> columns) {
        file.write(columns.stream().map(ExportColumn::label).toList());
        database.run(h -> {
            try (var rows = ExportedPeople.rows(h, resource, job.account().accountId())) {
                int written = 0;
                for (var row : (Iterable<JsonNode>) rows::iterator) {
                    if (++written % 1000 == 0) job.stopIfAsked();
                    file.write(columns.stream().map(column -> column.cell(row)).toList());
                }
            }
        });
    }

    private void store(CsvFile file, JobContext job, ExportStore.Row export) {
        long accountId = job.account().accountId();
        try (var staged = attachments.stage(accountId, List.of(file))) {
            database.run(h -> {
                attachments.delete(h, accountId, Owner.EXPORT, List.of(export.fileId()));
                attachments.attach(h, accountId, Owner.EXPORT, export.fileId(), null, staged, clock.instant(), NOWHERE);
                job.save(h, 99, JsonNodeFactory.instance.objectNode());
            });
        }
    }

    /** Deletes the files that were made more than 15 days ago. */
    public void forgetOld() {
        var before = clock.instant().minus(KEPT);
        for (var account : accounts.list()) {
            database.run(h -> {
                var old = h.attach(ExportStore.class).takeOld(account.accountId(), before);
                attachments.delete(h, account.accountId(), Owner.EXPORT, old);
            });
        }
    }
}
