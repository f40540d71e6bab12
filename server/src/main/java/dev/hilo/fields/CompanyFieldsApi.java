package dev.hilo.fields;

import dev.hilo.api.CreateCompanyField;
import dev.hilo.api.UpdateCompanyField;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/v2/company_fields} */
public final class CompanyFieldsApi {

    private final FieldAdministration fields;

    public CompanyFieldsApi(FieldAdministration fields) {
        this.fields = fields;
    }

    public Answer list(Call call) {
        return Answer.ok(fields.list(call.caller().accountId(), Resource.COMPANY).stream()
                .map(PeopleFieldViews::ofCompanies)
                .toList());
    }

    public Answer view(Call call) {
        return Answer.ok(
                PeopleFieldViews.ofCompanies(fields.require(call.caller().accountId(), Resource.COMPANY, call.id())));
    }

    public Answer create(Call call) {
        var asked = call.body(CreateCompanyField.class).field();
        var field = fields.create(call.caller().accountId(), Resource.COMPANY, asked);
        return Answer.created("company_fields/" + field.id(), PeopleFieldViews.ofCompanies(field));
    }

    public Answer update(Call call) {
        var asked = call.body(UpdateCompanyField.class).field();
        return Answer.ok(PeopleFieldViews.ofCompanies(
                fields.update(call.caller().accountId(), Resource.COMPANY, call.id(), asked)));
    }

    public Answer delete(Call call) {
        fields.delete(call.caller().accountId(), Resource.COMPANY, call.id());
        return Answer.done();
    }
}
