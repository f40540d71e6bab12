package dev.hilo.client;

import dev.hilo.api.Company;
import dev.hilo.api.CompanyItem;
import java.time.Instant;

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
}
