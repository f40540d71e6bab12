package dev.hilo.accountexport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hilo.accounts.Accounts;
import dev.hilo.accounts.Caller;
import dev.hilo.api.AccountExportStatus;
import dev.hilo.api.FieldError;
import dev.hilo.api.StartAccountExport;
import dev.hilo.attachments.Attachments;
import dev.hilo.attachments.Owner;
import dev.hilo.db.Database;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import dev.hilo.jobs.ApiJobs;
import dev.hilo.jobs.Job;
import dev.hilo.jobs.JobContext;
import dev.hilo.jobs.JobWork;
import dev.hilo.web.Address;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Writes chosen records of an account into one file, which can be fetched for a while. */
public final class AccountExport implements JobWork {

    public static final String KIND = "ACCOUNT::EXPORT";

    private static final String CONVERSATIONS = "conversations";
    private static final String FILE = "export_id";
    private static final Duration KEPT = Duration.ofDays(15);
    /** A job has no caller whose address the link could bear; links are made when they are asked for. */
    private static final Address NOWHERE = new Address("http", "localhost");

    interface Store {
        @SqlQuery("select nextval('global_id')")
        long nextId();

        @SqlQuery("""
                with old as (
                  select id, result from jobs
                  where account_id = :accountId and kind = 'ACCOUNT::EXPORT' and status = 'COMPLETED'
                    and status_updated_at < :before and result is not null
                  for update)
                update jobs j set result = null from old
                where j.account_id = :accountId and j.id = old.id
                returning (old.result ->> 'export_id')::bigint
                """)
        List<Long> takeOld(long accountId, Instant before);
    }

    private final Database database;
    private final Clock clock;
    private final Accounts accounts;
    private final Attachments attachments;
    private final ApiJobs jobs;
    private final Path folder;

    /** @param folder for the file while it is written */
    public AccountExport(
            Database database, Clock clock, Accounts accounts, Attachments attachments, ApiJobs jobs, Path folder) {
        this.database = database;
        this.clock = clock;
        this.accounts = accounts;
        this.attachments = attachments;
        this.jobs = jobs;
        this.folder = folder;
    }

    void start(Caller caller, StartAccountExport asked, String jobId) {
        ExportRange.of(asked.dateRange());
        lists(asked);
        database.run(h -> jobs.start(h, caller, KIND, asked, jobId));
    }

    private static Set<Exported> lists(StartAccountExport asked) {
        var problems = new Problems();
        problems.addIf(
                asked.resources().isEmpty(),
                FieldError.invalid("resources", "It should contain at least one resource"));
        var lists = EnumSet.noneOf(Exported.class);
        for (var resource : asked.resources()) {
            lists.add(Exported.of(resource.name()));
            for (String include : resource.include() == null ? List.<String>of() : resource.include()) {
                boolean known = resource.name().equals("tickets") && include.equals(CONVERSATIONS);
                problems.addIf(!known, FieldError.notAmong("resources.include", CONVERSATIONS));
                if (known) lists.add(Exported.CONVERSATIONS);
            }
        }
        problems.refuse();
        return lists;
    }

    @Override
    public JsonNode run(JobContext job) throws IOException {
        var done = job.saved().orElse(null);
        if (done != null && done.has(FILE)) return done;
        var asked = job.request(StartAccountExport.class);
        try (var file = new ExportFile(folder, "account-export-" + job.id() + ".json")) {
            write(job, file, ExportRange.of(asked.dateRange()), lists(asked));
            return store(job, file.finish());
        }
    }

    private void write(JobContext job, ExportFile file, ExportRange range, Set<Exported> lists) {
        int written = 0;
        for (var list : lists) {
            database.run(h -> {
                try (var rows = list.rows(h, job.account().accountId(), range.from(), range.before())) {
                    file.write(list.wireName(), rows.iterator(), job::stopIfAsked);
                }
            });
            int progress = 95 * ++written / lists.size();
            database.run(h -> job.save(h, progress, JsonNodeFactory.instance.objectNode()));
        }
    }

    /** The file and the word about it are there together or not at all. */
    private ObjectNode store(JobContext job, ExportFile file) {
        long accountId = job.account().accountId();
        try (var staged = attachments.stage(accountId, List.of(file))) {
            return database.write(h -> {
                long exportId = h.attach(Store.class).nextId();
                attachments.attach(h, accountId, Owner.EXPORT, exportId, null, staged, clock.instant(), NOWHERE);
                var result = JsonNodeFactory.instance.objectNode().put(FILE, exportId);
                job.save(h, 99, result);
                return result;
            });
        }
    }

    @Override
    public Object view(Job job, Address address) {
        return new AccountExportStatus(
                job.id().toString(),
                KIND,
                job.status(),
                job.createdAt(),
                job.updatedAt(),
                job.statusUpdatedAt(),
                job.progress(),
                job.isCompleted() && job.result() != null ? link(job, address) : null);
    }

    private String link(Job job, Address address) {
        long exportId = job.result().get(FILE).longValue();
        return database.read(h -> attachments.of(h, job.accountId(), Owner.EXPORT, exportId, address)).stream()
                .findFirst()
                .orElseThrow(Refusal.NotFound::new)
                .attachmentUrl();
    }

    /** Deletes the files that were made more than 15 days ago. */
    public void forgetOld() {
        var before = clock.instant().minus(KEPT);
        for (var account : accounts.list()) {
            database.run(h -> {
                var old = h.attach(Store.class).takeOld(account.accountId(), before);
                attachments.delete(h, account.accountId(), Owner.EXPORT, old);
            });
        }
    }
}
