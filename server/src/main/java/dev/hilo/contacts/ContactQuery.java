package dev.hilo.contacts;

import dev.hilo.web.Paging;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

/** The contacts of a list: a named method per condition, its values beside it. Agents are never among them. */
final class ContactQuery {

    /** By first name, as recorded; the same expression as that of the index. */
    private static final String ORDER =
            "lower(coalesce(substring(c.name from '^(.*\\S)\\s+\\S+$'), c.name)) collate \"C\", c.id";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private String order = ORDER;

    ContactQuery(long accountId) {
        where("c.account_id = :accountId and c.merged_into is null", "accountId", accountId);
        where("not exists (select from agents a where a.account_id = c.account_id and a.id = c.id)");
    }

    private ContactQuery where(String condition) {
        conditions.add(condition);
        return this;
    }

    private ContactQuery where(String condition, String name, Object value) {
        values.put(name, value);
        return where(condition);
    }

    ContactQuery where(String condition, Map<String, ?> binds) {
        values.putAll(binds);
        return where("(" + condition + ")");
    }

    /** @param state null for those that are neither in the trash nor blocked */
    ContactQuery in(String state) {
        return switch (state) {
            case null -> where("not c.deleted and not c.blocked");
            case "blocked" -> where("c.blocked and not c.deleted");
            case "deleted" -> where("c.deleted");
            case "verified" -> where("c.active and not c.deleted and not c.blocked");
            default -> where("not c.active and not c.deleted and not c.blocked");
        };
    }

    ContactQuery withEmail(String email) {
        return where("""
                (c.email = lower(:email) or c.id in (
                  select e.contact_id from contact_emails e where e.account_id = :accountId and e.email = lower(:email)))
                """, "email", email);
    }

    ContactQuery withMobile(String mobile) {
        return where("c.mobile = :mobile", "mobile", mobile);
    }

    ContactQuery withPhone(String phone) {
        return where("c.phone = :phone", "phone", phone);
    }

    ContactQuery withExternalId(String externalId) {
        return where("c.unique_external_id = :externalId", "externalId", externalId);
    }

    ContactQuery ofType(String type) {
        return where("c.contact_type = :contactType", "contactType", type);
    }

    ContactQuery ofCompany(long id) {
        return where("""
                (c.company_id = :companyId or c.id in (
                  select k.contact_id from contact_companies k
                  where k.account_id = :accountId and k.company_id = :companyId))
                """, "companyId", id);
    }

    ContactQuery updatedSince(Instant time) {
        return where("c.updated_at >= :updatedSince", "updatedSince", time);
    }

    ContactQuery among(List<Long> ids) {
        return where("c.id = any(:ids)", "ids", ids.toArray(Long[]::new));
    }

    ContactQuery newestFirst() {
        order = "c.created_at desc, c.id desc";
        return this;
    }

    List<ContactRow> page(Handle handle, Paging paging) {
        String sql = ContactStore.SELECT + from() + " order by " + order + " limit :limit offset :offset";
        return bound(handle.createQuery(sql))
                .bind("limit", paging.limit())
                .bind("offset", paging.offset())
                .map(ConstructorMapper.of(ContactRow.class))
                .list();
    }

    /** For queries that are bounded by themselves. */
    List<ContactRow> all(Handle handle) {
        return bound(handle.createQuery(ContactStore.SELECT + from() + " order by " + order))
                .map(ConstructorMapper.of(ContactRow.class))
                .list();
    }

    long count(Handle handle) {
        return bound(handle.createQuery("select count(*)" + from()))
                .mapTo(long.class)
                .one();
    }

    private String from() {
        return " from contacts c where " + String.join(" and ", conditions);
    }

    private Query bound(Query query) {
        return query.bindMap(values);
    }
}
