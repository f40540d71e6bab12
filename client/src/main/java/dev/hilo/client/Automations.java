package dev.hilo.client;

import dev.hilo.api.AutomationRule;
import dev.hilo.api.AutomationRules;
import java.util.List;

/** Rules of one type, in their order. */
public final class Automations extends Resource {

    private final String path;

    Automations(Raw raw, int type) {
        super(raw);
        this.path = "/automations/" + type + "/rules";
    }

    /** {@code client.automations(1).all()} */
    public List<AutomationRule> all() {
        return one(path, AutomationRules.class).rules();
    }

    /** {@code client.automations(1).get(7)} */
    public AutomationRule get(long id) {
        return one(path + "/" + id, AutomationRule.class);
    }

    /** {@code client.automations(1).create(rule)}: docs/automations.md says what a rule is made of. */
    public AutomationRule create(Object body) {
        return post(path, body, AutomationRule.class);
    }

    /** {@code client.automations(1).update(7, Map.of("active", false))} */
    public AutomationRule update(long id, Object body) {
        return put(path + "/" + id, body, AutomationRule.class);
    }

    /** {@code client.automations(1).delete(7)} */
    public void delete(long id) {
        delete(path + "/" + id);
    }
}
