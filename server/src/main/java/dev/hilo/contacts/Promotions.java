package dev.hilo.contacts;

import dev.hilo.accounts.Caller;
import dev.hilo.agents.AgentFields;
import dev.hilo.agents.Agents;
import dev.hilo.api.AgentMade;
import dev.hilo.api.FieldError;
import dev.hilo.api.MakeAgent;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.html.Html;
import java.util.List;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Contacts who become agents, or are asked to log in. */
public final class Promotions {

    private final Database database;
    private final Agents agents;

    public Promotions(Database database, Agents agents) {
        this.database = database;
        this.agents = agents;
    }

    /** The agent keeps the id, and of the e-mails the first. */
    AgentMade makeAgent(Caller caller, long id, MakeAgent asked) {
        if (asked.skillIds() != null && !asked.skillIds().isEmpty()) {
            throw new Refusal.Invalid(FieldError.unknown("skill_ids", "skill"));
        }
        database.run(h -> {
            lock(h, caller, id);
            agents.promote(h, caller, id, fields(asked));
            h.attach(ContactStore.class).dropOtherEmails(caller.accountId(), id);
        });
        return agents.made(caller, id);
    }

    private static AgentFields fields(MakeAgent asked) {
        return new AgentFields(
                asked.ticketScope() == null ? 1 : asked.ticketScope(),
                Boolean.TRUE.equals(asked.occasional()),
                asked.type() == null ? AgentFields.SUPPORT_AGENT : asked.type(),
                asked.signature() == null ? null : Html.clean(asked.signature()),
                !Boolean.FALSE.equals(asked.focusMode()),
                distinct(asked.groupIds()),
                asked.roleIds() == null ? null : distinct(asked.roleIds()),
                List.of());
    }

    private static List<Long> distinct(List<Long> ids) {
        return ids == null ? List.of() : List.copyOf(new TreeSet<>(ids));
    }

    /** The address of a contact who can be invited. */
    String inviteTo(Caller caller, long id) {
        return database.write(h -> {
            String email = lock(h, caller, id).fields().email();
            if (email != null) return email;
            throw new Refusal.InconsistentState("An email should be associated with the contact.");
        });
    }

    private static ContactRow lock(Handle handle, Caller caller, long id) {
        return handle.attach(ContactStore.class)
                .findForUpdate(caller.accountId(), id)
                .orElseThrow(Refusal.NotFound::new)
                .requireWritable();
    }
}
