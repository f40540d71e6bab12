package dev.hilo.mail;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(MailServerStore.Row.class)
public interface MailServerStore {

    /** A mailbox as it lies in the tables, its passwords sealed. */
    record Row(
            long id,
            String name,
            String supportEmail,
            String forwardEmail,
            Long groupId,
            Long productId,
            boolean active,
            JsonNode customMailbox,
            byte[] incoming,
            byte[] outgoing) {}

    /** @param id null for every mailbox */
    @SqlQuery("""
            select m.id, m.name, m.support_email, m.forward_email, m.group_id, m.product_id, m.active, m.custom_mailbox,
                   i.value as incoming, o.value as outgoing
            from mailboxes m
            left join mailbox_passwords i
              on i.account_id = m.account_id and i.mailbox_id = m.id and i.direction = 'IN'
            left join mailbox_passwords o
              on o.account_id = m.account_id and o.mailbox_id = m.id and o.direction = 'OUT'
            where m.account_id = :accountId and (:id::bigint is null or m.id = :id)
            order by m.id
            """)
    List<Row> mailboxes(long accountId, Long id);

    @SqlUpdate("""
            insert into mailbox_passwords (account_id, mailbox_id, direction, value)
            values (:accountId, :mailboxId, :direction, :value)
            """)
    void insert(long accountId, long mailboxId, Direction direction, byte[] value);

    @SqlUpdate("delete from mailbox_passwords where account_id = :accountId and mailbox_id = :mailboxId")
    void delete(long accountId, long mailboxId);
}
