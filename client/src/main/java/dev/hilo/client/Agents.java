package dev.hilo.client;

import dev.hilo.api.AgentItem;
import dev.hilo.api.AgentView;

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
}
