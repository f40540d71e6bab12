package dev.hilo.timeline;

import dev.hilo.accounts.Sight;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

interface TimelineStore {

    @SqlQuery("""
            select exists (
              select from tickets t where t.account_id = :sight.accountId and t.id = :ticketId and
            """ + Sight.CONDITION + ")")
    boolean sees(@BindMethods("sight") Sight sight, long ticketId);
}
