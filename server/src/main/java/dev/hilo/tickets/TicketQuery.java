package dev.hilo.tickets;

import dev.hilo.accounts.Sight;
import dev.hilo.web.Paging;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

/** The tickets of a list: a named method per condition, its values beside it. */
final class TicketQuery {

    private final Sight sight;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private String order = "t.created_at desc, t.id desc";
    private boolean described = true;

    TicketQuery(Sight sight) {
        this.sight = sight;
        conditions.add("t.account_id = :sight.accountId and not t.archived");
        // A global scope needs no condition, and without one the planner can use the list's own index.
        if (sight.scope() != 1) conditions.add(Sight.CONDITION);
    }

    TicketQuery where(String condition) {
        conditions.add(condition);
        return this;
    }

    TicketQuery where(String condition, String name, Object value) {
        values.put(name, value);
        return where(condition);
    }

    TicketQuery where(String condition, Map<String, ?> binds) {
        values.putAll(binds);
        return where("(" + condition + ")");
    }

    TicketQuery notInTrash() {
        return where("not t.deleted and not t.spam");
    }

    TicketQuery spam() {
        return where("t.spam and not t.deleted");
    }

    TicketQuery deleted() {
        return where("t.deleted");
    }

    TicketQuery newOrMyOpen() {
        return notInTrash()
                .where("t.status = 2 and (t.responder_id is null or t.responder_id = :me)", "me", sight.agentId());
    }

    TicketQuery watched() {
        return notInTrash().where("""
                exists (select from ticket_watchers w
                        where w.account_id = t.account_id and w.ticket_id = t.id and w.agent_id = :me)
                """, "me", sight.agentId());
    }

    TicketQuery createdSince(Instant time) {
        return where("t.created_at >= :createdSince", "createdSince", time);
    }

    TicketQuery updatedSince(Instant time) {
        return where("t.updated_at >= :updatedSince", "updatedSince", time);
    }

    TicketQuery ofRequester(long id) {
        return where("t.requester_id = :requesterId", "requesterId", id);
    }

    TicketQuery ofCompany(long id) {
        return where("t.company_id = :companyId", "companyId", id);
    }

    /** @param column one of the columns that the list may be sorted by */
    TicketQuery orderedBy(String column, boolean descending) {
        String direction = descending ? "desc" : "asc";
        order = "t." + column + " " + direction + ", t.id " + direction;
        return this;
    }

    TicketQuery withoutDescription() {
        described = false;
        return this;
    }

    List<TicketRow> page(Handle handle, Paging paging) {
        String columns = described
                ? TicketRow.COLUMNS
                : TicketRow.COLUMNS.replace(
                        "t.description, t.description_text", "null as description, null as description_text");
        String sql = "select " + columns + from() + " order by " + order + " limit :limit offset :offset";
        return bound(handle.createQuery(sql))
                .bind("limit", paging.limit())
                .bind("offset", paging.offset())
                .map(ConstructorMapper.of(TicketRow.class))
                .list();
    }

    List<Long> ids(Handle handle, int limit) {
        return bound(handle.createQuery("select t.id" + from() + " order by t.id limit :limit"))
                .bind("limit", limit)
                .mapTo(long.class)
                .list();
    }

    /** Locks the tickets. @return whether there are any */
    boolean lock(Handle handle) {
        return !bound(handle.createQuery("select t.id" + from() + " for update of t"))
                .mapTo(long.class)
                .list()
                .isEmpty();
    }

    long count(Handle handle) {
        return bound(handle.createQuery("select count(*)" + from()))
                .mapTo(long.class)
                .one();
    }

    private String from() {
        return " from tickets t where " + String.join(" and ", conditions);
    }

    private Query bound(Query query) {
        query.bindMethods("sight", sight);
        query.bindMap(values);
        return query;
    }
}
