package dev.hilo.fields;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Among;
import dev.hilo.api.CreateField;
import dev.hilo.api.UpdateField;
import dev.hilo.db.Database;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/v2/ticket_fields} and {@code admin/ticket_fields} */
public final class FieldsApi {

    /** The fields of one type. */
    public record OfType(String type) {}

    /** @param include {@code section} */
    public record Admin(@Among("section") String include) {}

    private final FieldAdministration fields;
    private final SectionsApi sections;
    private final Database database;

    public FieldsApi(FieldAdministration fields, SectionsApi sections, Database database) {
        this.fields = fields;
        this.sections = sections;
        this.database = database;
    }

    public Answer listForTickets(Call call) {
        String type = call.parameters(OfType.class).type();
        long accountId = call.caller().accountId();
        return Answer.ok(fields.list(accountId, Resource.TICKET).stream()
                .filter(field -> type == null || field.type().equals(type))
                .map(field -> FieldViews.publicly(field, records(accountId, field)))
                .toList());
    }

    private JsonNode records(long accountId, Field field) {
        return switch (field.type()) {
            case "default_group" ->
                database.read(h -> h.attach(FieldStore.class).groups(accountId));
            case "default_agent" ->
                database.read(h -> h.attach(FieldStore.class).agents(accountId));
            case "default_product" ->
                database.read(h -> h.attach(FieldStore.class).products(accountId));
            default -> null;
        };
    }

    public Answer listForAdministrators(Call call) {
        long accountId = call.caller().accountId();
        var bySections = sections.all(accountId);
        return Answer.ok(fields.list(accountId, Resource.TICKET).stream()
                .map(field -> FieldViews.forAdministrators(field, bySections.get(field.id())))
                .toList());
    }

    public Answer viewForAdministrators(Call call) {
        long accountId = call.caller().accountId();
        var field = fields.require(accountId, Resource.TICKET, call.id());
        return Answer.ok(
                FieldViews.forAdministrators(field, sections.all(accountId).get(field.id())));
    }

    public Answer createForTickets(Call call) {
        var field = fields.create(call.caller().accountId(), Resource.TICKET, call.body(CreateField.class));
        return Answer.created("admin/ticket_fields/" + field.id(), FieldViews.forAdministrators(field, null));
    }

    public Answer updateForTickets(Call call) {
        var field = fields.update(call.caller().accountId(), Resource.TICKET, call.id(), call.body(UpdateField.class));
        return Answer.ok(FieldViews.forAdministrators(field, null));
    }

    public Answer deleteOfTickets(Call call) {
        fields.delete(call.caller().accountId(), Resource.TICKET, call.id());
        return Answer.done();
    }
}
