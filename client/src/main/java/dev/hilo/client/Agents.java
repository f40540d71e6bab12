package dev.hilo.client;

import dev.hilo.api.AgentAvailability;
import dev.hilo.api.AgentChanged;
import dev.hilo.api.AgentFound;
import dev.hilo.api.AgentItem;
import dev.hilo.api.AgentView;
import dev.hilo.api.JobStarted;
import java.util.List;
import java.util.Map;

/** Those who answer. {@code where} gives the same agents with a condition more. */
public final class Agents extends Resource {

    private final Address list;

    Agents(Raw raw) {
        this(raw, Address.of("/agents"));
    }

    private Agents(Raw raw, Address list) {
        super(raw);
        this.list = list;
    }

    /** One of email, mobile, phone and state: {@code client.agents().where("state", "occasional").all()}. */
    public Agents where(String field, Object value) {
        return new Agents(raw(), list.with(field, value));
    }

    /** {@code client.agents().all()} */
    public Pages<AgentItem> all() {
        return pages(list, AgentItem.class);
    }

    /** Whose key the client calls with: {@code client.agents().me()}. */
    public AgentView me() {
        return one("/agents/me", AgentView.class);
    }

    /** {@code client.agents().get(7)} */
    public AgentView get(long id) {
        return one("/agents/" + id, AgentView.class);
    }

    /** Whose name or address begins so: {@code client.agents().named("Ben")}. */
    public List<AgentFound> named(String beginning) {
        var address = Address.of("/agents/autocomplete").with("term", beginning);
        return List.of(get(address.toString()).as(AgentFound[].class));
    }

    /** {@code client.agents().create(Map.of("email", "ben@acme.test", "ticket_scope", 1))} */
    public AgentChanged create(Object body) {
        return post("/agents", body, AgentChanged.class);
    }

    /** A job: {@code client.agents().createMany(List.of(Map.of("email", "ben@acme.test", "ticket_scope", 1)))}. */
    public JobStarted createMany(List<?> agents) {
        return post("/agents/bulk", Map.of("agents", agents), JobStarted.class);
    }

    /** {@code client.agents().update(7, Map.of("ticket_scope", 2))} */
    public AgentChanged update(long id, Object body) {
        return put("/agents/" + id, body, AgentChanged.class);
    }

    /** Who stays as a contact: {@code client.agents().delete(7)}. */
    public void delete(long id) {
        delete("/agents/" + id);
    }

    /** {@code client.agents().availability(7)} */
    public AgentAvailability availability(long id) {
        return one("/agents/" + id + "/availability", AgentAvailability.class);
    }

    /** {@code client.agents().updateAvailability(7, Map.of("availability_control", "admin_controlled"))} */
    public AgentAvailability updateAvailability(long id, Object body) {
        return put("/agents/" + id + "/availability", body, AgentAvailability.class);
    }
}
