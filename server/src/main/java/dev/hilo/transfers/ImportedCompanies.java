package dev.hilo.transfers;

import static dev.hilo.transfers.ImportedContacts.list;
import static dev.hilo.transfers.ImportedContacts.patch;

import dev.hilo.accounts.Caller;
import dev.hilo.api.CreateCompany;
import dev.hilo.api.FieldError;
import dev.hilo.api.Timestamps;
import dev.hilo.api.UpdateCompany;
import dev.hilo.companies.Companies;
import dev.hilo.errors.Refusal;
import dev.hilo.fields.Forms;
import dev.hilo.fields.Resource;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Companies from rows: one that has the name already is changed. */
final class ImportedCompanies implements ImportedRows {

    private final Companies companies;
    private final Forms forms;

    ImportedCompanies(Companies companies, Forms forms) {
        this.companies = companies;
        this.forms = forms;
    }

    @Override
    public void take(Handle handle, Caller caller, Map<String, String> row) {
        var custom = ImportedContacts.custom(forms.custom(caller.accountId(), Resource.COMPANY), row);
        var known = companies.known(handle, caller, row.getOrDefault("name", ""));
        if (known.isPresent()) companies.update(handle, caller, known.get(), change(row, custom));
        else companies.create(handle, caller, company(row, custom));
    }

    private static CreateCompany company(Map<String, String> row, Map<String, Object> custom) {
        return new CreateCompany(
                row.getOrDefault("name", ""),
                row.get("description"),
                row.get("note"),
                list(row.get("domains")),
                row.get("health_score"),
                row.get("account_tier"),
                day(row.get("renewal_date")),
                row.get("industry"),
                custom,
                null);
    }

    private static UpdateCompany change(Map<String, String> row, Map<String, Object> custom) {
        return new UpdateCompany(
                patch(row, "name"),
                patch(row, "description"),
                patch(row, "note"),
                patch(row, "domains", ImportedContacts::list),
                patch(row, "health_score"),
                patch(row, "account_tier"),
                patch(row, "renewal_date", ImportedCompanies::day),
                patch(row, "industry"),
                custom,
                null);
    }

    private static Instant day(String text) {
        try {
            return text == null ? null : Timestamps.parse(text);
        } catch (DateTimeException e) {
            throw new Refusal.Invalid(
                    FieldError.invalid("renewal_date", "It should be in the 'combined date and time ISO8601' format"));
        }
    }
}
