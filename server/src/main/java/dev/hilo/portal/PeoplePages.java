package dev.hilo.portal;

import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Sight;
import dev.hilo.api.Bounds;
import dev.hilo.api.Company;
import dev.hilo.api.Contact;
import dev.hilo.api.FieldError;
import dev.hilo.api.Patch;
import dev.hilo.api.UpdateCompany;
import dev.hilo.api.UpdateContact;
import dev.hilo.companies.Companies;
import dev.hilo.contacts.Contacts;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.pages.Desk;
import dev.hilo.pages.Named;
import dev.hilo.pages.Pages;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code /contacts}, {@code /companies}, {@code /agents}, {@code /groups}, {@code /roles}: who writes in and who answers. */
public final class PeoplePages {

    private static final int PAGE = 50;
    private static final int LAST = 100_000;

    /** @param q words of a name, an address, a company */
    public record Asked(@Bounds(200) String q, Integer page) {}

    /** @param kind of the list, as in its address */
    public record ListPage(String kind, List<PeopleStore.Line> lines, String q, int page, boolean hasMore) {}

    /** @param problems what was wrong with the form just sent */
    public record ContactPage(
            Contact contact,
            Named company,
            List<PeopleStore.Past> past,
            Desk.Choices desk,
            EditContact form,
            List<FieldError> problems) {}

    /** @param problems what was wrong with the form just sent */
    public record CompanyPage(
            Company company, List<PeopleStore.Line> contacts, EditCompany form, List<FieldError> problems) {}

    /** What the form of a contact sends; what was left empty is null. */
    public record EditContact(
            String name,
            String email,
            String phone,
            String mobile,
            String jobTitle,
            String address,
            String description) {}

    /** What the form of a company sends. @param domains apart by commas or spaces */
    public record EditCompany(String name, String domains, String industry, String description, String note) {}

    private interface Lines {
        List<PeopleStore.Line> of(PeopleStore store, String like, int limit, long offset);
    }

    private final Database database;
    private final Contacts contacts;
    private final Companies companies;
    private final Desk desk;
    private final Pages pages;

    public PeoplePages(Database database, Contacts contacts, Companies companies, Desk desk, Pages pages) {
        this.database = database;
        this.contacts = contacts;
        this.companies = companies;
        this.desk = desk;
        this.pages = pages;
    }

    public Answer contacts(Call call) {
        long account = call.caller().accountId();
        return list(
                call, "contacts", (store, like, limit, offset) -> store.contacts(account, null, like, limit, offset));
    }

    public Answer companies(Call call) {
        long account = call.caller().accountId();
        return list(call, "companies", (store, like, limit, offset) -> store.companies(account, like, limit, offset));
    }

    public Answer agents(Call call) {
        long account = call.caller().accountId();
        return list(call, "agents", (store, like, limit, offset) -> store.agents(account, like, limit, offset));
    }

    public Answer groups(Call call) {
        long account = call.caller().accountId();
        return list(call, "groups", (store, like, limit, offset) -> store.groups(account, like, limit, offset));
    }

    public Answer roles(Call call) {
        long account = call.caller().accountId();
        return list(call, "roles", (store, like, limit, offset) -> store.roles(account, like, limit, offset));
    }

    private Answer list(Call call, String kind, Lines lines) {
        var asked = call.parameters(Asked.class);
        String q = asked.q() == null ? "" : asked.q().strip();
        int number = asked.page() == null ? 1 : Math.clamp(asked.page(), 1, LAST);
        var found = database.read(h -> lines.of(h.attach(PeopleStore.class), like(q), PAGE + 1, (number - 1L) * PAGE));
        boolean hasMore = found.size() > PAGE;
        var page = new ListPage(kind, hasMore ? found.subList(0, PAGE) : found, q, number, hasMore);
        return pages.page(call, "people/list", "people", "people." + kind, page);
    }

    static String like(String words) {
        if (words.isEmpty()) return "%";
        return "%" + words.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    public Answer contact(Call call) {
        var contact = contacts.view(call.caller(), call.id(), call.address());
        var form = new EditContact(
                contact.name(),
                contact.email(),
                contact.phone(),
                contact.mobile(),
                contact.jobTitle(),
                contact.address(),
                contact.description());
        return contact(call, contact, form, List.of());
    }

    private Answer contact(Call call, Contact contact, EditContact form, List<FieldError> problems) {
        Caller caller = call.caller();
        var page = database.read(h -> {
            var store = h.attach(PeopleStore.class);
            var company = contact.companyId() == null
                    ? null
                    : store.company(caller.accountId(), contact.companyId()).stream()
                            .findFirst()
                            .orElse(null);
            var past = store.past(Sight.of(caller), contact.id());
            return new ContactPage(contact, company, past, desk.of(caller.accountId()), form, problems);
        });
        return Pages.refused(pages.titled(call, "people/contact", "people", contact.name(), page), problems);
    }

    public Answer saveContact(Call call) {
        var form = call.body(EditContact.class);
        try {
            contacts.update(call.caller(), call.id(), change(form), call.address());
            return new Answer.Redirect("/contacts/" + call.id());
        } catch (Refusal.Invalid wrong) {
            return contact(call, contacts.view(call.caller(), call.id(), call.address()), form, wrong.errors);
        } catch (Refusal.Duplicate taken) {
            return contact(call, contacts.view(call.caller(), call.id(), call.address()), form, taken.errors);
        }
    }

    private static UpdateContact change(EditContact form) {
        return new UpdateContact(
                Patch.of(form.name()),
                Patch.of(form.email()),
                Patch.of(form.phone()),
                Patch.of(form.mobile()),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.of(form.address()),
                Patch.absent(),
                null,
                Patch.of(form.description()),
                Patch.of(form.jobTitle()),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                null);
    }

    public Answer company(Call call) {
        var company = companies.view(call.caller(), call.id());
        var form = new EditCompany(
                company.name(),
                String.join(", ", company.domains()),
                company.industry(),
                company.description(),
                company.note());
        return company(call, company, form, List.of());
    }

    private Answer company(Call call, Company company, EditCompany form, List<FieldError> problems) {
        var contacts = database.read(
                h -> h.attach(PeopleStore.class).contacts(call.caller().accountId(), company.id(), "%", PAGE, 0));
        var page = new CompanyPage(company, contacts, form, problems);
        return Pages.refused(pages.titled(call, "people/company", "people", company.name(), page), problems);
    }

    public Answer saveCompany(Call call) {
        var form = call.body(EditCompany.class);
        try {
            companies.update(call.caller(), call.id(), change(form));
            return new Answer.Redirect("/companies/" + call.id());
        } catch (Refusal.Invalid wrong) {
            return company(call, companies.view(call.caller(), call.id()), form, wrong.errors);
        } catch (Refusal.Duplicate taken) {
            return company(call, companies.view(call.caller(), call.id()), form, taken.errors);
        }
    }

    private static UpdateCompany change(EditCompany form) {
        List<String> domains = form.domains() == null
                ? List.of()
                : Arrays.stream(form.domains().split("[,\\s]+"))
                        .filter(domain -> !domain.isEmpty())
                        .toList();
        return new UpdateCompany(
                Patch.of(form.name()),
                Patch.of(form.description()),
                Patch.of(form.note()),
                Patch.of(domains),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.of(form.industry()),
                null,
                null);
    }
}
