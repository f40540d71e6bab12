package dev.hilo.client;

import dev.hilo.api.CompaniesFound;
import dev.hilo.api.Company;
import dev.hilo.api.CompanyItem;
import java.time.Instant;
import java.util.List;

/** Whom contacts work for. */
public final class Companies extends Resource {

    Companies(Raw raw) {
        super(raw);
    }

    /** {@code client.companies().all()} */
    public Pages<CompanyItem> all() {
        return pages("/companies", CompanyItem.class);
    }

    /** {@code client.companies().updatedSince(yesterday)} */
    public Pages<CompanyItem> updatedSince(Instant since) {
        return pages(Address.of("/companies").with("updated_since", Seconds.of(since)), CompanyItem.class);
    }

    /** {@code client.companies().get(7)} */
    public Company get(long id) {
        return document(id).record();
    }

    /** With every field that came: {@code client.companies().document(7).json()}. */
    public Document<Company> document(long id) {
        return document("/companies/" + id, Company.class);
    }

    /** At most 300: {@code client.companies().search("domain:'customer.test'")}. */
    public Pages<CompanyItem> search(String query) {
        return search("/search/companies", query, CompanyItem.class);
    }

    /** Whose name begins so: {@code client.companies().named("Cus")}. */
    public List<CompaniesFound.Found> named(String beginning) {
        var address = Address.of("/companies/autocomplete").with("name", beginning);
        return one(address.toString(), CompaniesFound.class).companies();
    }

    /** {@code client.companies().create(Map.of("name", "Customer Ltd", "domains", List.of("customer.test")))} */
    public Company create(Object body) {
        return post("/companies", body, Company.class);
    }

    /** {@code client.companies().update(7, Map.of("note", "Pays late."))} */
    public Company update(long id, Object body) {
        return put("/companies/" + id, body, Company.class);
    }

    /** Its contacts stay: {@code client.companies().delete(7)}. */
    public void delete(long id) {
        delete("/companies/" + id);
    }

    /** In and out as CSV files: {@code client.companies().transfers().loads()}. */
    public Transfers transfers() {
        return new Transfers(raw(), "/companies");
    }
}
