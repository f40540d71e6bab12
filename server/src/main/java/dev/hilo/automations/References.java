package dev.hilo.automations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The agents, groups, products, companies and mailboxes that some rules name and that are there. */
record References(Set<RuleStore.Reference> known) {

    private static final Map<String, String> NOUNS = Map.of(
            "responder_id", "agent",
            "internal_agent_id", "agent",
            "group_id", "group",
            "internal_group_id", "group",
            "product_id", "product",
            "company_id", "company",
            "email_config_id", "email_config");

    /** One query, however many rules. */
    static References of(Handle handle, long accountId, List<RuleContent> rules) {
        var ids = new ArrayList<Long>();
        for (var rule : rules) {
            collect(rule.actions(), ids);
            collect(rule.events(), ids);
            rule.conditions().forEach(set -> collect(set.properties(), ids));
            if (rule.performer() != null && rule.performer().members() != null) {
                ids.addAll(rule.performer().members());
            }
        }
        return ids.isEmpty()
                ? new References(Set.of())
                : new References(handle.attach(RuleStore.class).known(accountId, ids));
    }

    /** Whatever may be an id; the number of statuses and hours harms nothing. */
    private static void collect(Object value, List<Long> ids) {
        switch (value) {
            case Number number -> ids.add(number.longValue());
            case List<?> list -> list.forEach(item -> collect(item, ids));
            case Map<?, ?> map -> map.values().forEach(item -> collect(item, ids));
            case null, default -> {}
        }
    }

    /** The noun of what a field refers to; null for a field that is no reference. */
    static String noun(String field) {
        return NOUNS.get(field);
    }

    boolean has(String noun, Object id) {
        return id instanceof Number number && known.contains(new RuleStore.Reference(noun, number.longValue()));
    }
}
