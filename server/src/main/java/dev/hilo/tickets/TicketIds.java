package dev.hilo.tickets;

import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Sight;
import dev.hilo.api.FieldError;
import dev.hilo.errors.Refusal;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The tickets that a call names by a list of ids. */
final class TicketIds {

    interface Store {
        /** Always in the same order, so that two calls about the same tickets wait for each other and not in a circle. */
        @SqlQuery("""
                select t.id from tickets t
                where t.account_id = :sight.accountId and t.id = any(:ids)
                  and not t.deleted and not t.spam and not t.archived and
                """ + Sight.CONDITION + """
                order by t.id
                for update of t
                """)
        List<Long> lock(@BindMethods("sight") Sight sight, List<Long> ids);
    }

    private TicketIds() {}

    /** Locks the tickets, which must all be there, seen by the caller, and neither in trash, spam nor archive. */
    static List<Long> require(Handle handle, Caller caller, String field, List<Long> ids) {
        var distinct = List.copyOf(new LinkedHashSet<>(ids));
        if (distinct.isEmpty()) throw new Refusal.Invalid(FieldError.missing(field, "Array"));
        check(field, distinct, lock(handle, caller, distinct));
        return distinct;
    }

    /** Locks those of the tickets that are so. */
    static Set<Long> lock(Handle handle, Caller caller, List<Long> ids) {
        return new HashSet<>(handle.attach(Store.class).lock(Sight.of(caller), ids));
    }

    static void check(String field, List<Long> ids, Set<Long> there) {
        String missing = ids.stream()
                .filter(id -> !there.contains(id))
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        if (missing.isEmpty()) return;
        throw new Refusal.Invalid(
                FieldError.invalid(field, "There are no records matching the ids: '" + missing + "'"));
    }
}
