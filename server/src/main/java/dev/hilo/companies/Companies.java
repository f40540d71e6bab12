package dev.hilo.companies;

import dev.hilo.accounts.Caller;
import dev.hilo.api.CompaniesFound;
import dev.hilo.api.Company;
import dev.hilo.api.CompanyItem;
import dev.hilo.api.CreateCompany;
import dev.hilo.api.FieldError;
import dev.hilo.api.UpdateCompany;
import dev.hilo.db.Clash;
import dev.hilo.db.Database;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import dev.hilo.fields.CustomFields;
import dev.hilo.fields.Forms;
import dev.hilo.fields.Resource;
import dev.hilo.web.Page;
import dev.hilo.web.Paging;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The companies that customers belong to. */
public final class Companies {

    private static final int MOST_FOUND = 30;

    private final Database database;
    private final Forms forms;
    private final Clock clock;

    public Companies(Database database, Forms forms, Clock clock) {
        this.database = database;
        this.forms = forms;
        this.clock = clock;
    }

    Page<CompanyItem> list(Caller caller, CompanyFilter filter, Paging paging) {
        var rows =
                database.read(h -> store(h).list(caller.accountId(), filter.since(), paging.limit(), paging.offset()));
        var custom = custom(caller);
        return Page.of(rows, paging).map(row -> row.item(custom));
    }

    public Company view(Caller caller, long id) {
        return database.read(h -> store(h).find(caller.accountId(), id))
                .orElseThrow(Refusal.NotFound::new)
                .view(custom(caller));
    }

    CompaniesFound autocomplete(Caller caller, String term) {
        String prefix = term.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
        if (prefix.isEmpty()) return new CompaniesFound(List.of());
        return new CompaniesFound(database.read(h -> store(h).autocomplete(caller.accountId(), prefix, MOST_FOUND)));
    }

    Company create(Caller caller, CreateCompany asked) {
        long id = database.write(h -> create(h, caller, asked));
        return view(caller, id);
    }

    /** The company of this name; capitals do not count. */
    public Optional<Long> known(Handle handle, Caller caller, String name) {
        return store(handle).byName(caller.accountId(), name.strip());
    }

    /** The same, made when it is not there, in the caller's transaction. */
    public long named(Handle handle, Caller caller, String name) {
        return known(handle, caller, name).orElseGet(() -> create(handle, caller, CreateCompany.named(name)));
    }

    /** Makes a company in the caller's transaction. */
    public long create(Handle handle, Caller caller, CreateCompany asked) {
        var problems = new Problems();
        var custom = custom(caller);
        var values = CustomFields.merged(new LinkedHashMap<>(), custom.read(asked.customFields(), problems));
        custom.requireForAgents(values, problems);
        var fields = new CompanyFields(
                asked.name().strip(),
                asked.description(),
                asked.note(),
                CompanyRules.domains(asked.domains()),
                asked.healthScore(),
                asked.accountTier(),
                CompanyChange.day(asked.renewalDate()),
                asked.industry(),
                values);
        new CompanyRules(forms.list(caller.accountId(), Resource.COMPANY), problems)
                .check(fields, fields.byField().keySet());
        problems.refuse();
        return unlessTaken(() -> {
            long id = store(handle).insert(caller.accountId(), fields, clock.instant());
            take(handle, caller.accountId(), id, fields.domains());
            return id;
        });
    }

    public Company update(Caller caller, long id, UpdateCompany asked) {
        database.run(h -> update(h, caller, id, asked));
        return view(caller, id);
    }

    /** Changes a company in the caller's transaction; nothing is touched when all is as asked. */
    public void update(Handle handle, Caller caller, long id, UpdateCompany asked) {
        var change = new CompanyChange(asked);
        var now = store(handle).findForUpdate(caller.accountId(), id).orElseThrow(Refusal.NotFound::new);
        var problems = new Problems();
        var fields = change.applied(now.fields(), custom(caller), problems);
        new CompanyRules(forms.list(caller.accountId(), Resource.COMPANY), problems).check(fields, change.named());
        problems.refuse();
        if (fields.equals(now.fields())) return;
        unlessTaken(() -> {
            store(handle).update(caller.accountId(), id, fields, clock.instant());
            store(handle).keepDomains(caller.accountId(), id, fields.domains());
            var added = fields.domains().stream()
                    .filter(domain -> !now.fields().domains().contains(domain))
                    .toList();
            take(handle, caller.accountId(), id, added);
            return id;
        });
    }

    private void take(Handle handle, long accountId, long id, List<String> domains) {
        if (domains.isEmpty()) return;
        store(handle).addDomains(accountId, id, domains);
        store(handle).adopt(accountId, id, domains, clock.instant());
    }

    /** Its contacts and tickets stay, without a company. */
    void delete(Caller caller, long id) {
        database.run(h -> {
            store(h).release(caller.accountId(), id, clock.instant());
            if (store(h).delete(caller.accountId(), id) == 0) throw new Refusal.NotFound();
        });
    }

    private CustomFields custom(Caller caller) {
        return forms.custom(caller.accountId(), Resource.COMPANY);
    }

    private static <T> T unlessTaken(Clash.Work<T> work) {
        return Clash.guard(
                "companies_name",
                () -> new Refusal.Duplicate(FieldError.duplicate("name")),
                () -> Clash.guard(
                        "company_domains_pkey", () -> new Refusal.Duplicate(FieldError.duplicate("domains")), work));
    }

    private static CompanyStore store(Handle handle) {
        return handle.attach(CompanyStore.class);
    }
}
