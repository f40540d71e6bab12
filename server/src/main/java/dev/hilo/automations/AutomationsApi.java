package dev.hilo.automations;

import dev.hilo.api.AutomationSettings;
import dev.hilo.api.TryAutomationRule;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** What Freshdesk's API of automations does not have: {@code /api/hilo/v1/automations} and the runs on a ticket. */
public final class AutomationsApi {

    private final Runs runs;
    private final DryRun dryRun;

    public AutomationsApi(Runs runs, DryRun dryRun) {
        this.runs = runs;
        this.dryRun = dryRun;
    }

    public Answer runsOfTicket(Call call) {
        return Answer.page(runs.ofTicket(call.caller(), call.id(), call.paging()));
    }

    public Answer runsOfRule(Call call) {
        return Answer.page(runs.ofRule(call.caller(), call.id(), call.paging()));
    }

    public Answer settings(Call call) {
        return Answer.ok(runs.settings(call.caller()));
    }

    public Answer saveSettings(Call call) {
        return Answer.ok(runs.save(call.caller(), call.body(AutomationSettings.class)));
    }

    public Answer dryRun(Call call) {
        return Answer.ok(dryRun.run(call.caller(), call.body(TryAutomationRule.class)));
    }
}
