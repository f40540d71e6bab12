package dev.hilo.companies;

import dev.hilo.api.CreateCompany;
import dev.hilo.api.Required;
import dev.hilo.api.UpdateCompany;
import dev.hilo.search.Search;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/v2/companies} */
public final class CompaniesApi {

    /** The query of the look-up while somebody types. */
    public record Typed(@Required String name) {}

    private final Companies companies;
    private final CompanySearch search;

    public CompaniesApi(Companies companies, CompanySearch search) {
        this.companies = companies;
        this.search = search;
    }

    public Answer list(Call call) {
        return Answer.page(companies.list(call.caller(), call.parameters(CompanyFilter.class), call.paging()));
    }

    public Answer view(Call call) {
        return Answer.ok(companies.view(call.caller(), call.id()));
    }

    public Answer create(Call call) {
        var company = companies.create(call.caller(), call.body(CreateCompany.class));
        return Answer.created("companies/" + company.id(), company);
    }

    public Answer update(Call call) {
        return Answer.ok(companies.update(call.caller(), call.id(), call.body(UpdateCompany.class)));
    }

    public Answer delete(Call call) {
        companies.delete(call.caller(), call.id());
        return Answer.done();
    }

    public Answer search(Call call) {
        return Answer.ok(search.search(call.caller(), call.parameters(Search.class)));
    }

    public Answer autocomplete(Call call) {
        return Answer.ok(companies.autocomplete(
                call.caller(), call.parameters(Typed.class).name()));
    }
}
