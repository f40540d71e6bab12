package dev.hilo.mailboxes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(MailboxRow.class)
interface MailboxStore {

    String SELECT = """
            select id, name, support_email, forward_email, group_id, product_id, is_primary, active, mailbox_type,
                   custom_mailbox, created_at, updated_at
            from mailboxes
            where account_id = :accountId
            """;

    /** Primary ones first, then by product, unless told. */
    @SqlQuery(SELECT + """
            and (:supportEmail::text is null or support_email = lower(:supportEmail))
            and (:forwardEmail::text is null or forward_email = lower(:forwardEmail))
            and (:productId::bigint is null or product_id = :productId)
            and (:groupId::bigint is null or group_id = :groupId)
            and (:active::boolean is null or active = :active)
            order by
              (:orderBy::text is null and is_primary) desc,
              (case when :orderBy = 'group_id' then group_id else product_id end) * :direction nulls last,
              id
            limit :limit offset :offset
            """)
    List<MailboxRow> list(long accountId, @BindMethods MailboxFilter filter, int limit, long offset);

    @SqlQuery(SELECT + "and id = :id")
    Optional<MailboxRow> find(long accountId, long id);

    @SqlQuery("""
            insert into mailboxes
              (account_id, name, support_email, forward_email, group_id, product_id, is_primary, active,
               mailbox_type, custom_mailbox, created_at, updated_at)
            values
              (:accountId, :name, :supportEmail, :forwardEmail, :groupId, :productId, :isPrimary, :active,
               :mailboxType, :customMailbox, :now, :now)
            returning id
            """)
    long insert(long accountId, @BindMethods MailboxFields fields, String forwardEmail, Instant now);

    @SqlUpdate("""
            update mailboxes set
              name = :name, support_email = :supportEmail, forward_email = :forwardEmail, group_id = :groupId,
              product_id = :productId, is_primary = :isPrimary, active = :active, mailbox_type = :mailboxType,
              custom_mailbox = :customMailbox, updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void update(long accountId, long id, @BindMethods MailboxFields fields, String forwardEmail, Instant now);

    @SqlUpdate("delete from mailboxes where account_id = :accountId and id = :id")
    void delete(long accountId, long id);

    /** Makes room for another primary address of the same product, or of none. */
    @SqlUpdate("""
            update mailboxes set is_primary = false, updated_at = :now
            where account_id = :accountId and is_primary and id <> :id
              and product_id is not distinct from :productId
            """)
    void demoteOthers(long accountId, long id, Long productId, Instant now);

    /** Calls that change the mailboxes of an account come one after the other. */
    @SqlQuery("select subdomain from accounts where account_id = :accountId for no key update")
    String lock(long accountId);

    @SqlQuery("select id from groups where account_id = :accountId and id = :id for key share")
    Optional<Long> group(long accountId, Long id);

    @SqlQuery("select id from products where account_id = :accountId and id = :id for key share")
    Optional<Long> product(long accountId, Long id);
}
