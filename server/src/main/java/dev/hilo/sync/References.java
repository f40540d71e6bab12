package dev.hilo.sync;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Rows that others refer to before they were read, such as the requester of a ticket who wrote in a moment ago: they get a
 * place with a name to recognise them by, changed at the beginning of time, until they are fetched.
 */
final class References {

    private static final String STUB = """
            insert into %s (account_id, id, %screated_at, updated_at)
            select :accountId, v, %s'epoch', 'epoch' from unnest(:ids) v on conflict do nothing
            """;

    private static final Map<String, String> STUBS = Map.of(
            "contacts", STUB.formatted("contacts", "name, ", "'Contact ' || v, "),
            "agents", STUB.formatted("agents", "", ""),
            "groups", STUB.formatted("groups", "name, ", "'Group ' || v, "),
            "products", STUB.formatted("products", "name, ", "'Product ' || v, "),
            "companies", STUB.formatted("companies", "name, ", "'Company ' || v, "),
            "surveys", STUB.formatted("surveys", "title, active, questions, ", "'Survey ' || v, false, '[]', "),
            "mailboxes",
                    STUB.formatted("mailboxes", "name, support_email, ", "'Mailbox ' || v, v || '@unknown.invalid', "));

    /** By table and column; an agent is a contact first. */
    private static final Map<String, List<String[]>> TARGETS = Map.of(
            "tickets",
                    List.of(
                            new String[] {"contacts", "requester_id"},
                            new String[] {"contacts", "responder_id"},
                            new String[] {"agents", "responder_id"},
                            new String[] {"groups", "group_id"},
                            new String[] {"products", "product_id"},
                            new String[] {"companies", "company_id"},
                            new String[] {"mailboxes", "email_config_id"}),
            "contacts", List.<String[]>of(new String[] {"companies", "company_id"}),
            "mailboxes", List.of(new String[] {"groups", "group_id"}, new String[] {"products", "product_id"}),
            "groups", List.of(new String[] {"contacts", "escalate_to"}, new String[] {"agents", "escalate_to"}),
            "satisfaction_ratings", List.<String[]>of(new String[] {"surveys", "survey_id"}));

    private References() {}

    /** Makes a place for what these rows refer to and is not here. */
    static void secure(Handle handle, long accountId, Mapping mapping, ArrayNode rows) {
        withoutUnknownHours(handle, accountId, mapping, rows);
        for (var target : TARGETS.getOrDefault(mapping.table(), List.of())) {
            var ids = new TreeSet<Long>();
            for (var row : rows) {
                if (row.path(target[1]).canConvertToLong())
                    ids.add(row.get(target[1]).longValue());
            }
            stub(handle, accountId, target[0], new ArrayList<>(ids));
        }
    }

    static void stub(Handle handle, long accountId, String table, List<Long> ids) {
        if (ids.isEmpty()) return;
        handle.createUpdate(STUBS.get(table))
                .bind("accountId", accountId)
                .bind("ids", ids.toArray(Long[]::new))
                .execute();
    }

    /** A calendar that is not here is no group's. */
    static void withoutUnknownHours(Handle handle, long accountId, Mapping mapping, ArrayNode rows) {
        if (!mapping.table().equals("groups")) return;
        var known = handle.createQuery("select id from business_hours where account_id = ?")
                .bind(0, accountId)
                .mapTo(Long.class)
                .set();
        for (var row : rows) {
            if (!known.contains(row.path("business_hour_id").asLong())) ((ObjectNode) row).putNull("business_hour_id");
        }
    }

    /** Those places of a table that nobody has filled yet. */
    static List<Long> unfilled(Handle handle, long accountId, String table, int limit) {
        return handle.createQuery("select id from " + table
                        + " where account_id = ? and updated_at = 'epoch' order by id limit ?")
                .bind(0, accountId)
                .bind(1, limit)
                .mapTo(Long.class)
                .list();
    }

    /** There is nothing to fill them with. */
    static void giveUp(Handle handle, long accountId, String table, List<Long> ids) {
        handle.createUpdate(
                        "update " + table
                                + " set updated_at = 'epoch'::timestamptz + interval '1 second' where account_id = ? and id = any(?)")
                .bind(0, accountId)
                .bind(1, ids.toArray(Long[]::new))
                .execute();
    }
}
