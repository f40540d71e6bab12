package dev.hilo.automations;

import dev.hilo.api.AutomationRule;

/** Rules as the wire shows them. */
final class RuleViews {

    private RuleViews() {}

    static AutomationRule of(Rule rule, RuleContent content, boolean outdated, int affected, AutomationRule.Meta meta) {
        boolean isUpdate = content.type() == RuleType.UPDATE;
        return new AutomationRule(
                rule.id(),
                rule.name(),
                rule.description(),
                rule.position(),
                rule.active(),
                outdated,
                rule.lastUpdatedBy(),
                RuleWords.of(content),
                affected,
                rule.type(),
                isUpdate ? content.performer() : null,
                isUpdate ? content.events() : null,
                content.conditions(),
                content.operator(),
                content.actions(),
                rule.createdAt(),
                rule.updatedAt(),
                meta);
    }
}
