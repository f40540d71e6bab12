package dev.hilo.fields;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(Field.class)
interface FieldStore {

    String SELECT = """
            select id, resource, name, label, label_for_customers, description, type, is_default, position,
              required_for_closure, required_for_agents, required_for_customers, customers_can_edit,
              customers_can_filter, displayed_to_customers, editable_in_signup, choices, dependent_fields, created_at,
              updated_at
            from fields
            where account_id = :accountId and resource = :resource
            """;

    @SqlQuery(SELECT + "order by position, id")
    List<Field> list(long accountId, String resource);

    @SqlQuery(SELECT + "and id = :id")
    Optional<Field> find(long accountId, String resource, long id);

    @SqlQuery("""
            insert into fields (account_id, resource, name, label, label_for_customers, description, type, is_default,
              position, required_for_closure, required_for_agents, required_for_customers, customers_can_edit,
              customers_can_filter, displayed_to_customers, editable_in_signup, choices, dependent_fields, created_at,
              updated_at)
            values (:accountId, :f.resource, :f.name, :f.label, :f.labelForCustomers, :f.description, :f.type,
              :f.isDefault, :f.position, :f.requiredForClosure, :f.requiredForAgents, :f.requiredForCustomers,
              :f.customersCanEdit, :f.customersCanFilter, :f.displayedToCustomers, :f.editableInSignup, :f.choices,
              :f.dependentFields, :f.createdAt, :f.updatedAt)
            returning id
            """)
    long insert(long accountId, @BindMethods("f") Field f);

    @SqlUpdate("""
            update fields
            set label = :f.label, label_for_customers = :f.labelForCustomers, position = :f.position,
              required_for_closure = :f.requiredForClosure, required_for_agents = :f.requiredForAgents,
              required_for_customers = :f.requiredForCustomers, customers_can_edit = :f.customersCanEdit,
              customers_can_filter = :f.customersCanFilter, displayed_to_customers = :f.displayedToCustomers,
              editable_in_signup = :f.editableInSignup, choices = :f.choices, dependent_fields = :f.dependentFields,
              updated_at = :now
            where account_id = :accountId and id = :f.id
            """)
    void update(long accountId, @BindMethods("f") Field f, Instant now);

    @SqlUpdate("delete from fields where account_id = :accountId and resource = :resource and id = :id")
    int delete(long accountId, String resource, long id);

    @SqlUpdate("""
            update fields set position = position + 1, updated_at = :now
            where account_id = :accountId and resource = :resource and position >= :from
            """)
    void push(long accountId, String resource, int from, Instant now);

    /** Those between the place left and the place taken move up or down by one. */
    @SqlUpdate("""
            update fields set position = position + sign(:from - :to)::integer, updated_at = :now
            where account_id = :accountId and resource = :resource
              and position between least(:from, :to) and greatest(:from, :to) and position <> :from
            """)
    void move(long accountId, String resource, int from, int to, Instant now);

    @SqlUpdate("""
            update contacts set custom_fields = custom_fields - :name
            where account_id = :accountId and jsonb_exists(custom_fields, :name)
            """)
    void dropFromContacts(long accountId, String name);

    @SqlUpdate("""
            update companies set custom_fields = custom_fields - :name
            where account_id = :accountId and jsonb_exists(custom_fields, :name)
            """)
    void dropFromCompanies(long accountId, String name);

    @SqlQuery("select nextval('global_id')")
    long nextId();

    @SqlQuery("""
            select json_object_agg(name, id order by name) from groups where account_id = :accountId
            """)
    JsonNode groups(long accountId);

    @SqlQuery("""
            select json_object_agg(c.name, a.id order by c.name)
            from agents a join contacts c on c.account_id = a.account_id and c.id = a.id
            where a.account_id = :accountId and not a.deactivated
            """)
    JsonNode agents(long accountId);

    @SqlQuery("select json_object_agg(name, id order by name) from products where account_id = :accountId")
    JsonNode products(long accountId);
}
