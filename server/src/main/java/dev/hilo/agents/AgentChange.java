package dev.hilo.agents;

import dev.hilo.api.FieldError;
import dev.hilo.api.Patch;
import dev.hilo.api.UpdateAgent;
import dev.hilo.html.Html;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** An update of an agent, to be applied to what is there. */
record AgentChange(UpdateAgent asked) {

    AgentFields applied(AgentFields now, AgentRules rules) {
        if (asked.email().isPresent()) rules.checkEmail(email(null));
        rules.checkTimeZone(asked.timeZone().value());
        rules.checkSkills(asked.skillIds().value());
        return new AgentFields(
                kept("ticket_scope", "Integer", asked.ticketScope(), now.ticketScope(), rules),
                kept("occasional", "Boolean", asked.occasional(), now.occasional(), rules),
                now.type(),
                asked.signature().map(Html::clean).or(now.signature()),
                kept("focus_mode", "Boolean", asked.focusMode(), now.focusMode(), rules),
                ids(asked.groupIds(), now.groupIds()),
                ids(asked.roleIds(), now.roleIds()),
                ids(asked.contributionGroupIds(), now.contributionGroupIds()));
    }

    /** A value that can be changed and not cleared. */
    private static <T> T kept(String field, String type, Patch<T> asked, T now, AgentRules rules) {
        rules.problems().addIf(asked.isPresent() && !asked.hasValue(), FieldError.cleared(field, type));
        return asked.hasValue() ? asked.value() : now;
    }

    private static List<Long> ids(Patch<List<Long>> asked, List<Long> now) {
        return asked.isPresent() ? NewAgent.distinct(asked.value()) : now;
    }

    void updatePerson(PersonStore people, long accountId, AgentRow agent, Instant at) {
        var now = agent.contact();
        String email = email(now.email());
        String language = asked.language().or(now.language());
        String timeZone = asked.timeZone().or(now.timeZone());
        boolean same = Objects.equals(email, now.email())
                && Objects.equals(language, now.language())
                && Objects.equals(timeZone, now.timeZone());
        if (!same) people.update(accountId, agent.id(), email, language, timeZone, at);
    }

    private String email(String otherwise) {
        return asked.email()
                .map(address -> address.strip().toLowerCase(Locale.ROOT))
                .or(otherwise);
    }
}
