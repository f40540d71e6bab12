package dev.hilo.accounts;

import dev.hilo.errors.Refusal;
import java.util.List;
import java.util.Set;

/**
 * Who is asking: an agent of an account, with what the agent's roles and ticket scope allow.
 *
 * @param scope which tickets the agent sees
 * @param groups the groups the agent belongs to
 */
public record Caller(
        Account account,
        long agentId,
        String name,
        String email,
        TicketScope scope,
        List<Long> groups,
        Set<Privilege> privileges) {

    public long accountId() {
        return account.accountId();
    }

    public boolean may(Privilege privilege) {
        return privileges.contains(privilege);
    }

    public void require(Privilege privilege) {
        if (!may(privilege)) throw Refusal.Forbidden.role();
    }
}
