package dev.hilo.agents;

import dev.hilo.api.CreateAgent;
import dev.hilo.api.CreateAgents;
import dev.hilo.api.Required;
import dev.hilo.api.UpdateAgent;
import dev.hilo.api.UpdateAgentAvailability;
import dev.hilo.db.Database;
import dev.hilo.jobs.ApiJobs;
import dev.hilo.jobs.JobsApi;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/v2/agents} */
public final class AgentsApi {

    /** The query of the look-up while somebody types. */
    public record Typed(@Required String term) {}

    private final Agents agents;
    private final Availabilities availabilities;
    private final Database database;
    private final ApiJobs jobs;

    public AgentsApi(Agents agents, Availabilities availabilities, Database database, ApiJobs jobs) {
        this.agents = agents;
        this.availabilities = availabilities;
        this.database = database;
        this.jobs = jobs;
    }

    public Answer list(Call call) {
        var filter = call.parameters(AgentFilter.class);
        if (filter.only() != null) {
            return Answer.page(availabilities.list(call.caller(), filter, call.paging(), call.address()));
        }
        return Answer.page(agents.list(call.caller(), filter, call.paging()).map(AgentRow::item));
    }

    public Answer view(Call call) {
        return Answer.ok(agents.view(call.caller(), call.id(), call.address()));
    }

    public Answer me(Call call) {
        return Answer.ok(agents.view(call.caller(), call.caller().agentId(), call.address()));
    }

    public Answer autocomplete(Call call) {
        return Answer.ok(
                agents.autocomplete(call.caller(), call.parameters(Typed.class).term(), call.address()));
    }

    /** The location is malformed as Freshdesk's is. */
    public Answer create(Call call) {
        var created = agents.create(call.caller(), NewAgent.of(call.body(CreateAgent.class)));
        return new Answer.Created("/agents." + created.id(), created.changed());
    }

    public Answer createMany(Call call) {
        var asked = call.body(CreateAgents.class);
        database.run(h -> jobs.start(h, call.caller(), CreateManyAgents.KIND, asked, call.requestId()));
        return JobsApi.started(call);
    }

    public Answer update(Call call) {
        var change = new AgentChange(call.body(UpdateAgent.class));
        return Answer.ok(agents.update(call.caller(), call.id(), change).changed());
    }

    public Answer delete(Call call) {
        agents.delete(call.caller(), call.id());
        return Answer.done();
    }

    public Answer availability(Call call) {
        return Answer.ok(availabilities.require(call.caller(), call.id(), call.address()));
    }

    public Answer updateAvailability(Call call) {
        return Answer.ok(availabilities.update(call.caller(), call.id(), call.body(UpdateAgentAvailability.class)));
    }
}
