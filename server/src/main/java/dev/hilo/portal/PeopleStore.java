package dev.hilo.portal;

import dev.hilo.accounts.Sight;
import dev.hilo.pages.Named;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The people of an account as its pages list them. */
public interface PeopleStore {

    /**
     * A line of a list.
     *
     * @param about who or what it is, or null
     * @param beside where it belongs, or null
     */
    record Line(long id, String name, String about, String beside) {}

    /** A ticket of somebody's past. */
    record Past(long id, String subject, int status, Instant createdAt) {}

    /** @param like a pattern in small letters */
    @SqlQuery("""
            select c.id, c.name, coalesce(c.email, c.phone, c.mobile, c.unique_external_id) as about, k.name as beside
            from contacts c
            left join companies k on k.account_id = c.account_id and k.id = c.company_id
            where c.account_id = :accountId and not c.deleted and not c.blocked and c.merged_into is null
              and not exists (select from agents a where a.account_id = c.account_id and a.id = c.id)
              and (cast(:companyId as bigint) is null or c.company_id = :companyId)
              and (:like = '%' or lower(c.name) like :like or c.email like :like or lower(k.name) like :like
                or c.phone like :like or c.mobile like :like)
            order by lower(c.name) collate "C", c.id
            limit :limit offset :offset
            """)
    @RegisterConstructorMapper(Line.class)
    List<Line> contacts(long accountId, Long companyId, String like, int limit, long offset);

    @SqlQuery("""
            select k.id, k.name, array_to_string(k.domains, ', ') as about, k.industry as beside
            from companies k
            where k.account_id = :accountId
              and (:like = '%' or lower(k.name) like :like or array_to_string(k.domains, ' ') like :like)
            order by lower(k.name) collate "C", k.id
            limit :limit offset :offset
            """)
    @RegisterConstructorMapper(Line.class)
    List<Line> companies(long accountId, String like, int limit, long offset);

    @SqlQuery("""
            select a.id, c.name, c.email as about,
              (select string_agg(r.name, ', ' order by r.name) from agent_roles m
               join roles r on r.account_id = m.account_id and r.id = m.role_id
               where m.account_id = a.account_id and m.agent_id = a.id) as beside
            from agents a
            join contacts c on c.account_id = a.account_id and c.id = a.id
            where a.account_id = :accountId and not a.deactivated
              and (:like = '%' or lower(c.name) like :like or c.email like :like)
            order by lower(c.name) collate "C", a.id
            limit :limit offset :offset
            """)
    @RegisterConstructorMapper(Line.class)
    List<Line> agents(long accountId, String like, int limit, long offset);

    @SqlQuery("""
            select g.id, g.name, g.description as about,
              (select string_agg(c.name, ', ' order by c.name) from group_agents m
               join contacts c on c.account_id = m.account_id and c.id = m.agent_id
               where m.account_id = g.account_id and m.group_id = g.id) as beside
            from groups g
            where g.account_id = :accountId and (:like = '%' or lower(g.name) like :like)
            order by lower(g.name) collate "C", g.id
            limit :limit offset :offset
            """)
    @RegisterConstructorMapper(Line.class)
    List<Line> groups(long accountId, String like, int limit, long offset);

    @SqlQuery("""
            select r.id, r.name, r.description as about,
              (select string_agg(c.name, ', ' order by c.name) from agent_roles m
               join contacts c on c.account_id = m.account_id and c.id = m.agent_id
               where m.account_id = r.account_id and m.role_id = r.id) as beside
            from roles r
            where r.account_id = :accountId and (:like = '%' or lower(r.name) like :like)
            order by lower(r.name) collate "C", r.id
            limit :limit offset :offset
            """)
    @RegisterConstructorMapper(Line.class)
    List<Line> roles(long accountId, String like, int limit, long offset);

    @SqlQuery("select id, name from companies where account_id = :accountId and id = :id")
    @RegisterConstructorMapper(Named.class)
    List<Named> company(long accountId, Long id);

    @SqlQuery("""
            select t.id, t.subject, t.status, t.created_at from tickets t
            where t.account_id = :sight.accountId and t.requester_id = :requesterId and not t.deleted and not t.spam
              and
            """ + Sight.CONDITION + " order by t.created_at desc, t.id desc limit 20")
    @RegisterConstructorMapper(Past.class)
    List<Past> past(@BindMethods("sight") Sight sight, long requesterId);
}
