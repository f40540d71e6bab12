package dev.hilo.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What the wire tells as a list on a record and what lies in a table of its own: memberships, domains, addresses. */
final class Attached {

    private Attached() {}

    /** A contact who has an address by now takes it from the one who had it. */
    static void releaseIdentities(Handle handle, long accountId, ArrayNode rows) {
        for (var column : List.of("email", "twitter_id", "unique_external_id")) {
            handle.createUpdate("""
                            update contacts c set %1$s = null
                            from jsonb_to_recordset(:rows::jsonb) as x (id bigint, %1$s text)
                            where c.account_id = :accountId and c.%1$s = x.%1$s and c.id <> x.id
                            """.formatted(column))
                    .bind("accountId", accountId)
                    .bind("rows", Landing.text(rows))
                    .execute();
        }
    }

    static void otherCompanies(Handle handle, long accountId, List<JsonNode> contacts) {
        var pairs = JsonNodeFactory.instance.arrayNode();
        for (var contact : contacts) {
            for (var company : contact.path("other_companies")) {
                pairs.addObject()
                        .put("owner", contact.path("id").longValue())
                        .put("value", company.path("company_id").longValue())
                        .put("truth", company.path("view_all_tickets").asBoolean());
            }
        }
        var ids = pairs.findValues("value").stream()
                .map(JsonNode::longValue)
                .distinct()
                .sorted()
                .toList();
        References.stub(handle, accountId, "companies", ids);
        var owners = contacts.stream()
                .filter(contact -> contact.has("other_companies"))
                .toList();
        replace(
                handle,
                accountId,
                "contact_companies",
                "contact_id",
                "company_id",
                "bigint",
                "view_all_tickets",
                owners,
                pairs);
    }

    static void otherEmails(Handle handle, long accountId, List<JsonNode> contacts) {
        var pairs = JsonNodeFactory.instance.arrayNode();
        for (var contact : contacts) {
            for (var email : contact.path("other_emails")) {
                pairs.addObject()
                        .put("owner", contact.path("id").longValue())
                        .put("value", email.asText().toLowerCase(java.util.Locale.ROOT));
            }
        }
        replace(handle, accountId, "contact_emails", "contact_id", "email", "text", null, contacts, pairs);
    }

    static void domains(Handle handle, long accountId, List<JsonNode> companies) {
        var pairs = JsonNodeFactory.instance.arrayNode();
        for (var company : companies) {
            for (var domain : company.path("domains")) {
                pairs.addObject().put("owner", company.path("id").longValue()).put("value", domain.asText());
            }
        }
        replace(handle, accountId, "company_domains", "company_id", "domain", "text", null, companies, pairs);
    }

    static void members(Handle handle, long accountId, List<JsonNode> groups) {
        var pairs = pairs(groups, "agent_ids");
        var ids = pairs.findValues("value").stream()
                .map(JsonNode::longValue)
                .distinct()
                .sorted()
                .toList();
        References.stub(handle, accountId, "contacts", ids);
        References.stub(handle, accountId, "agents", ids);
        var owners = groups.stream().filter(group -> group.has("agent_ids")).toList();
        replace(handle, accountId, "group_agents", "group_id", "agent_id", "bigint", null, owners, pairs);
    }

    static void roles(Handle handle, long accountId, List<JsonNode> agents) {
        var known = handle.createQuery("select id from roles where account_id = ?")
                .bind(0, accountId)
                .mapTo(Long.class)
                .set();
        var pairs = JsonNodeFactory.instance.arrayNode();
        for (var pair : pairs(agents, "role_ids")) {
            if (known.contains(pair.path("value").longValue())) pairs.add(pair);
        }
        var owners = agents.stream().filter(agent -> agent.has("role_ids")).toList();
        replace(handle, accountId, "agent_roles", "agent_id", "role_id", "bigint", null, owners, pairs);
    }

    private static ArrayNode pairs(List<JsonNode> wires, String field) {
        var pairs = JsonNodeFactory.instance.arrayNode();
        for (var wire : wires) {
            for (var id : wire.path(field)) {
                pairs.addObject().put("owner", wire.path("id").longValue()).put("value", id.longValue());
            }
        }
        return pairs;
    }

    /** Makes the pairs of these owners exactly these. @param truth a boolean column beside them; null when there is none */
    private static void replace(
            Handle handle,
            long accountId,
            String table,
            String owner,
            String value,
            String type,
            String truth,
            List<JsonNode> owners,
            ArrayNode pairs) {
        if (owners.isEmpty()) return;
        var ids = owners.stream().map(wire -> wire.path("id").longValue()).toArray(Long[]::new);
        String given = " from jsonb_to_recordset(:pairs::jsonb) as x (owner bigint, value " + type + ", truth boolean)";
        handle.createUpdate("delete from " + table + " t where account_id = :accountId and " + owner
                        + " = any(:ids) and not exists (select" + given + " where x.owner = t." + owner
                        + " and x.value = t." + value + ")")
                .bind("accountId", accountId)
                .bind("ids", ids)
                .bind("pairs", Landing.text(pairs))
                .execute();
        handle.createUpdate("insert into " + table + " (account_id, " + owner + ", " + value
                        + (truth == null ? "" : ", " + truth)
                        + ") select distinct on (x.value, x.owner) :accountId, x.owner,"
                        + " x.value" + (truth == null ? "" : ", x.truth") + given + " on conflict do nothing")
                .bind("accountId", accountId)
                .bind("pairs", Landing.text(pairs))
                .execute();
    }
}
