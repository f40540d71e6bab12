package dev.hilo.agents;

import dev.hilo.accounts.Account;
import dev.hilo.api.AgentContact;
import dev.hilo.api.CreateAgent;
import dev.hilo.html.Html;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** An agent to be made: the person, as far as the request says, and what is set on the agent. */
record NewAgent(AgentContact person, AgentFields fields, List<Long> skillIds) {

    static NewAgent of(CreateAgent asked) {
        var person = new AgentContact(
                false,
                asked.email().strip().toLowerCase(Locale.ROOT),
                asked.jobTitle(),
                asked.language(),
                null,
                asked.mobile(),
                asked.name() == null || asked.name().isBlank() ? null : asked.name(),
                asked.phone(),
                asked.timeZone(),
                null,
                null);
        return new NewAgent(person, fields(asked), asked.skillIds());
    }

    private static AgentFields fields(CreateAgent asked) {
        return new AgentFields(
                asked.ticketScope(),
                !Boolean.FALSE.equals(asked.occasional()),
                AgentFields.type(asked.agentType()),
                asked.signature() == null ? AgentFields.EMPTY_SIGNATURE : Html.clean(asked.signature()),
                !Boolean.FALSE.equals(asked.focusMode()),
                distinct(asked.groupIds()),
                asked.roleIds() == null ? null : distinct(asked.roleIds()),
                distinct(asked.contributionGroupIds()));
    }

    static List<Long> distinct(List<Long> ids) {
        return ids == null ? List.of() : List.copyOf(new TreeSet<>(ids));
    }

    /** The person with the account's language and zone, and a name made from the e-mail, where nothing else is said. */
    AgentContact personOrDefaults(Account account) {
        return new AgentContact(
                false,
                person.email(),
                person.jobTitle(),
                person.language() == null ? account.language() : person.language(),
                null,
                person.mobile(),
                person.name() == null ? nameOf(person.email()) : person.name(),
                person.phone(),
                person.timeZone() == null ? account.timeZone() : person.timeZone(),
                null,
                null);
    }

    private static String nameOf(String email) {
        String local = email.substring(0, email.indexOf('@'));
        return local.substring(0, 1).toUpperCase(Locale.ROOT) + local.substring(1);
    }
}
