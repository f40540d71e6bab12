package dev.hilo.automations;

import dev.hilo.api.AutomationRules;
import dev.hilo.api.CreateAutomationRule;
import dev.hilo.api.UpdateAutomationRule;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/v2/automations/{type}/rules} */
public final class RulesApi {

    private final Rules rules;

    public RulesApi(Rules rules) {
        this.rules = rules;
    }

    public Answer list(Call call) {
        return Answer.ok(new AutomationRules(rules.list(call.caller(), type(call), call.paging())));
    }

    public Answer view(Call call) {
        return Answer.ok(rules.require(call.caller(), type(call), call.id(1)));
    }

    public Answer create(Call call) {
        var type = type(call);
        var created = rules.create(call.caller(), type, call.body(CreateAutomationRule.class));
        return Answer.created("automations/" + type.number + "/rules/" + created.id(), created);
    }

    public Answer update(Call call) {
        var type = type(call);
        return Answer.ok(rules.update(call.caller(), type, call.id(1), call.body(UpdateAutomationRule.class)));
    }

    public Answer delete(Call call) {
        rules.delete(call.caller(), type(call), call.id(1));
        return Answer.done();
    }

    private static RuleType type(Call call) {
        return RuleType.require(call.segment(0));
    }
}
