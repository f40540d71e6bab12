package dev.hilo.pages;

import dev.hilo.accounts.Sight;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

@RegisterConstructorMapper(WorkStore.Related.class)
public interface WorkStore {

    /**
     * A ticket that belongs to another.
     *
     * @param how {@code into}: the other was merged into it; {@code from}: it was merged into the other; {@code parent},
     *     {@code child}, {@code tracker}, {@code tracked}: what it is to the other; {@code none}: only found
     */
    record Related(long id, String subject, int status, String how) {

        public String title() {
            return subject == null || subject.isBlank() ? "#" + id : subject;
        }
    }

    /** Those that the caller sees, a kind after the other. */
    @SqlQuery("""
            with here as (
              select id, merged_into, prime_id, association_type from tickets
              where account_id = :sight.accountId and id = :id),
            beside as (
              select merged_into as id, 'into' as how, 1 as place from here
              union all select prime_id, case association_type when 2 then 'parent' else 'tracker' end, 2 from here
              union all
              (select t.id, case t.association_type when 2 then 'child' else 'tracked' end, 3 from tickets t
               where t.account_id = :sight.accountId and t.prime_id = :id order by t.id limit :limit)
              union all
              (select t.id, 'from', 4 from tickets t
               where t.account_id = :sight.accountId and t.merged_into = :id order by t.id limit :limit))
            select t.id, t.subject, t.status, b.how from beside b
            join tickets t on t.account_id = :sight.accountId and t.id = b.id
            where not t.deleted and
            """ + Sight.CONDITION + " order by b.place, t.id limit :limit")
    List<Related> related(@BindMethods("sight") Sight sight, long id, int limit);

    /** Those that could be merged with a ticket: by number or words, those of its requester first and the newest first. */
    @SqlQuery("""
            select t.id, t.subject, t.status, 'none' as how from tickets t
            where t.account_id = :sight.accountId and t.id <> :id and not t.deleted and not t.spam and not t.archived
              and t.merged_into is null
              and (t.id = :number or (:words <> '' and strpos(lower(t.subject), lower(:words)) > 0)
                   or (:words = '' and t.requester_id = :requesterId)) and
            """ + Sight.CONDITION + """
             order by t.id = :number desc, t.requester_id = :requesterId desc, t.created_at desc
            limit 20
            """)
    List<Related> mergeable(@BindMethods("sight") Sight sight, long id, long requesterId, Long number, String words);
}
