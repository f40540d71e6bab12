package dev.hilo.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.hilo.api.CreateFieldSection;
import dev.hilo.api.FieldError;
import dev.hilo.api.FieldSection;
import dev.hilo.api.Json;
import dev.hilo.api.UpdateFieldSection;
import dev.hilo.db.Database;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** {@code /api/v2/admin/ticket_fields/{id}/sections} */
public final class SectionsApi {

    @RegisterConstructorMapper(FieldSection.class)
    interface Store {
        String SELECT = """
                select id, label, field_id as parent_ticket_field_id, ticket_field_ids, false as is_fsm, choice_ids
                from field_sections
                where account_id = :accountId
                """;

        @SqlQuery(SELECT + "order by id")
        List<FieldSection> all(long accountId);

        @SqlQuery(SELECT + "and field_id = :fieldId order by id")
        List<FieldSection> list(long accountId, long fieldId);

        @SqlQuery(SELECT + "and field_id = :fieldId and id = :id")
        Optional<FieldSection> find(long accountId, long fieldId, long id);

        @SqlQuery("""
                insert into field_sections (account_id, field_id, label, choice_ids, ticket_field_ids, created_at)
                values (:accountId, :fieldId, :label, :choiceIds, :ticketFieldIds, :now)
                returning id
                """)
        long insert(
                long accountId,
                long fieldId,
                String label,
                List<Long> choiceIds,
                List<Long> ticketFieldIds,
                Instant now);

        @SqlUpdate("""
                update field_sections
                set label = :label, choice_ids = :choiceIds, ticket_field_ids = :ticketFieldIds
                where account_id = :accountId and id = :id
                """)
        void update(long accountId, long id, String label, List<Long> choiceIds, List<Long> ticketFieldIds);

        @SqlUpdate("delete from field_sections where account_id = :accountId and id = :id")
        void delete(long accountId, long id);
    }

    private final Database database;
    private final FieldAdministration fields;
    private final Clock clock;

    public SectionsApi(Database database, FieldAdministration fields, Clock clock) {
        this.database = database;
        this.fields = fields;
        this.clock = clock;
    }

    /** Every section of the account, by the field that it belongs to. */
    Map<Long, JsonNode> all(long accountId) {
        var byField = new HashMap<Long, JsonNode>();
        for (var section : database.read(h -> h.attach(Store.class).all(accountId))) {
            byField.computeIfAbsent(section.parentTicketFieldId(), id -> Json.MAPPER.createArrayNode());
            ((ArrayNode) byField.get(section.parentTicketFieldId())).add(Json.MAPPER.valueToTree(section));
        }
        return byField;
    }

    public Answer list(Call call) {
        long accountId = call.caller().accountId();
        fields.require(accountId, Resource.TICKET, call.id());
        return Answer.ok(database.read(h -> h.attach(Store.class).list(accountId, call.id())));
    }

    public Answer view(Call call) {
        return Answer.ok(require(call));
    }

    public Answer create(Call call) {
        long accountId = call.caller().accountId();
        var asked = call.body(CreateFieldSection.class);
        var parent = fields.require(accountId, Resource.TICKET, call.id());
        check(accountId, parent, asked.choiceIds(), asked.ticketFieldIds());
        long id = database.write(h -> h.attach(Store.class)
                .insert(
                        accountId,
                        call.id(),
                        asked.label(),
                        asked.choiceIds(),
                        Objects.requireNonNullElse(asked.ticketFieldIds(), List.of()),
                        clock.instant()));
        var section = database.read(h -> h.attach(Store.class).find(accountId, call.id(), id))
                .orElseThrow();
        return Answer.created("admin/ticket_fields/" + call.id() + "/sections/" + id, section);
    }

    public Answer update(Call call) {
        long accountId = call.caller().accountId();
        var asked = call.body(UpdateFieldSection.class);
        var before = require(call);
        var choices = Objects.requireNonNullElse(asked.choiceIds(), before.choiceIds());
        check(accountId, fields.require(accountId, Resource.TICKET, call.id()), choices, asked.ticketFieldIds());
        database.run(h -> h.attach(Store.class)
                .update(
                        accountId,
                        before.id(),
                        Objects.requireNonNullElse(asked.label(), before.label()),
                        choices,
                        Objects.requireNonNullElse(asked.ticketFieldIds(), before.ticketFieldIds())));
        return Answer.ok(require(call));
    }

    /** Only an empty section can go. */
    public Answer delete(Call call) {
        var section = require(call);
        if (!section.ticketFieldIds().isEmpty()) {
            throw new Refusal.Invalid(
                    FieldError.invalid("ticket_field_ids", "It should be empty before the section is deleted"));
        }
        database.run(h -> h.attach(Store.class).delete(call.caller().accountId(), section.id()));
        return Answer.done();
    }

    private FieldSection require(Call call) {
        return database.read(h -> h.attach(Store.class).find(call.caller().accountId(), call.id(0), call.id(1)))
                .orElseThrow(Refusal.NotFound::new);
    }

    private void check(long accountId, Field parent, List<Long> choiceIds, List<Long> ticketFieldIds) {
        var problems = new Problems();
        var choices = parent.offered().stream().map(Choice::id).toList();
        problems.addIf(
                choiceIds.isEmpty() || !choices.containsAll(choiceIds), FieldError.unknown("choice_ids", "choice"));
        var known =
                fields.list(accountId, Resource.TICKET).stream().map(Field::id).toList();
        problems.addIf(
                ticketFieldIds != null && !known.containsAll(ticketFieldIds),
                FieldError.unknown("ticket_field_ids", "ticket field"));
        problems.refuse();
    }
}
