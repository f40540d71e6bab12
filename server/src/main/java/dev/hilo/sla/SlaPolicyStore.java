package dev.hilo.sla;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Json;
import dev.hilo.api.SlaEscalation;
import dev.hilo.api.SlaScope;
import dev.hilo.api.SlaTargets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(SlaPolicyStore.Row.class)
interface SlaPolicyStore {

    /** @param rank its place on the list, from 1 */
    record Row(
            long id,
            String name,
            String description,
            boolean active,
            boolean isDefault,
            int position,
            int rank,
            JsonNode targets,
            JsonNode applicableTo,
            JsonNode escalation,
            Instant createdAt,
            Instant updatedAt) {

        SlaPolicy policy() {
            return new SlaPolicy(
                    id,
                    name,
                    description,
                    active,
                    isDefault,
                    position,
                    read(targets, SlaTargets.class),
                    read(applicableTo, SlaScope.class),
                    read(escalation, SlaEscalation.class),
                    createdAt,
                    updatedAt);
        }

        private static <T> T read(JsonNode node, Class<T> type) {
            try {
                return Json.MAPPER.treeToValue(node, type);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** What can be set, as it lies in the table. */
    record Fields(
            String name,
            String description,
            boolean active,
            int position,
            JsonNode targets,
            JsonNode applicableTo,
            JsonNode escalation) {

        static Fields of(SlaPolicy policy) {
            return new Fields(
                    policy.name(),
                    policy.description(),
                    policy.active(),
                    policy.position(),
                    Json.MAPPER.valueToTree(policy.targets()),
                    Json.MAPPER.valueToTree(policy.scope()),
                    Json.MAPPER.valueToTree(policy.escalation()));
        }
    }

    String SELECT = """
            select id, name, description, active, is_default, position,
                   row_number() over (order by is_default, position, id) as rank,
                   targets, applicable_to, escalation, created_at, updated_at
            from sla_policies
            where account_id = :accountId
            """;

    @SqlQuery(SELECT + "order by rank limit :limit offset :offset")
    List<Row> list(long accountId, int limit, long offset);

    /** Those that may count for a ticket, in the order in which they are asked. */
    @SqlQuery(SELECT + "and active order by rank")
    List<Row> active(long accountId);

    @SqlQuery(SELECT + "and id = :id")
    Optional<Row> find(long accountId, long id);

    @SqlQuery("select count(*) from sla_policies where account_id = :accountId")
    int count(long accountId);

    @SqlQuery("""
            insert into sla_policies
              (account_id, name, description, active, is_default, position, targets, applicable_to, escalation,
               created_at, updated_at)
            values
              (:accountId, :name, :description, :active, :isDefault, :position, :targets, :applicableTo, :escalation,
               :now, :now)
            returning id
            """)
    long insert(long accountId, boolean isDefault, @BindMethods Fields fields, Instant now);

    @SqlUpdate("""
            update sla_policies set
              name = :name, description = :description, active = :active, position = :position, targets = :targets,
              applicable_to = :applicableTo, escalation = :escalation, updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void update(long accountId, long id, @BindMethods Fields fields, Instant now);

    /** Changes of the policies of an account come one after the other. */
    @SqlQuery("select account_id from accounts where account_id = :accountId for no key update")
    long lock(long accountId);

    @SqlQuery("select count(*) from companies where account_id = :accountId and id = any(:ids)")
    int companies(long accountId, List<Long> ids);

    @SqlQuery("select count(*) from groups where account_id = :accountId and id = any(:ids)")
    int groups(long accountId, List<Long> ids);

    @SqlQuery("select count(*) from products where account_id = :accountId and id = any(:ids)")
    int products(long accountId, List<Long> ids);

    @SqlQuery("select count(*) from agents where account_id = :accountId and id = any(:ids)")
    int agents(long accountId, List<Long> ids);
}
