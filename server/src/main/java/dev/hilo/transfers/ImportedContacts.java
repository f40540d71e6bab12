package dev.hilo.transfers;

import dev.hilo.accounts.Caller;
import dev.hilo.api.CreateContact;
import dev.hilo.api.FormText;
import dev.hilo.api.Patch;
import dev.hilo.api.UpdateContact;
import dev.hilo.companies.Companies;
import dev.hilo.contacts.Contacts;
import dev.hilo.fields.CustomFields;
import dev.hilo.fields.Forms;
import dev.hilo.fields.Languages;
import dev.hilo.fields.Resource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Contacts from rows: one who has the e-mail or the external id already is changed. */
final class ImportedContacts implements ImportedRows {

    private final Contacts contacts;
    private final Companies companies;
    private final Forms forms;

    ImportedContacts(Contacts contacts, Companies companies, Forms forms) {
        this.contacts = contacts;
        this.companies = companies;
        this.forms = forms;
    }

    @Override
    public void take(Handle handle, Caller caller, Map<String, String> row) {
        Long company = row.containsKey("company_name")
                ? (Long) companies.named(handle, caller, row.get("company_name"))
                : null;
        var known = contacts.known(handle, caller, row.get("email"), row.get("unique_external_id"));
        if (known.isPresent()) contacts.update(handle, caller, known.get(), change(caller, row, company));
        else contacts.create(handle, caller, contact(caller, row, company));
    }

    private CreateContact contact(Caller caller, Map<String, String> row, Long company) {
        return new CreateContact(
                row.getOrDefault("name", ""),
                row.get("email"),
                row.get("phone"),
                row.get("mobile"),
                row.get("twitter_id"),
                row.get("unique_external_id"),
                list(row.get("other_emails")),
                company,
                truth(row.get("view_all_tickets")),
                null,
                row.get("address"),
                null,
                custom(caller, row),
                row.get("description"),
                row.get("job_title"),
                language(row.get("language")),
                list(tags(row)),
                row.get("time_zone"),
                list(row.get("other_phone_numbers")),
                null,
                null);
    }

    private UpdateContact change(Caller caller, Map<String, String> row, Long company) {
        return new UpdateContact(
                patch(row, "name"),
                patch(row, "email"),
                patch(row, "phone"),
                patch(row, "mobile"),
                patch(row, "twitter_id"),
                patch(row, "unique_external_id"),
                patch(row, "other_emails", ImportedContacts::list),
                company == null ? Patch.absent() : Patch.of(company),
                patch(row, "view_all_tickets", ImportedContacts::truth),
                Patch.absent(),
                patch(row, "address"),
                Patch.absent(),
                custom(caller, row),
                patch(row, "description"),
                patch(row, "job_title"),
                patch(row, "language", ImportedContacts::language),
                tags(row) == null ? Patch.absent() : Patch.of(list(tags(row))),
                patch(row, "time_zone"),
                patch(row, "other_phone_numbers", ImportedContacts::list),
                Patch.absent(),
                null);
    }

    private Map<String, Object> custom(Caller caller, Map<String, String> row) {
        return custom(forms.custom(caller.accountId(), Resource.CONTACT), row);
    }

    /** As a form's texts, whose types the fields decide. */
    static Map<String, Object> custom(CustomFields fields, Map<String, String> row) {
        var custom = new LinkedHashMap<String, Object>();
        row.forEach((name, text) -> {
            if (fields.byName().containsKey(name)) custom.put(name, new FormText(text));
        });
        return custom;
    }

    static Patch<String> patch(Map<String, String> row, String name) {
        return patch(row, name, text -> text);
    }

    static <T> Patch<T> patch(Map<String, String> row, String name, Function<String, T> read) {
        return row.containsKey(name) ? Patch.of(read.apply(row.get(name))) : Patch.absent();
    }

    static List<String> list(String text) {
        if (text == null) return null;
        return Arrays.stream(text.split("[,;]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String tags(Map<String, String> row) {
        return row.getOrDefault("tags", row.get("tag_names"));
    }

    private static Boolean truth(String text) {
        return text == null ? null : (Boolean) List.of("true", "yes", "1").contains(text.toLowerCase());
    }

    /** A code, or the name of a language. */
    private static String language(String text) {
        return Languages.ALL.entrySet().stream()
                .filter(language -> language.getValue().equalsIgnoreCase(text))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(text);
    }
}
