package dev.hilo.tickets;

import dev.hilo.api.FieldError;
import dev.hilo.errors.Problems;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The records that a ticket points at: whether they exist, and what follows from them; one query for all. */
public interface References {

    /** @param primaryMailbox of the product; the rest says whether the record is there */
    record Known(
            boolean responder,
            boolean internalAgent,
            boolean group,
            boolean internalGroup,
            boolean product,
            boolean company,
            boolean mailbox,
            Long groupOfMailbox,
            Long productOfMailbox,
            Long mailboxOfProduct,
            Long companyOfRequester) {

        void check(Problems problems) {
            unless(responder, "responder_id", "agent", problems);
            unless(internalAgent, "internal_agent_id", "agent", problems);
            unless(group, "group_id", "group", problems);
            unless(internalGroup, "internal_group_id", "group", problems);
            unless(product, "product_id", "product", problems);
            unless(company, "company_id", "company", problems);
            unless(mailbox, "email_config_id", "email_config", problems);
        }

        private static void unless(boolean there, String field, String noun, Problems problems) {
            problems.addIf(!there, FieldError.unknown(field, noun));
        }
    }

    /** The ids in question; null asks nothing. */
    record Asked(
            Long responderId,
            Long internalAgentId,
            Long groupId,
            Long internalGroupId,
            Long productId,
            Long companyId,
            Long emailConfigId,
            Long requesterId) {}

    @SqlQuery("""
            select
              :a.responderId::bigint is null or exists (
                select from agents where account_id = :accountId and id = :a.responderId) as responder,
              :a.internalAgentId::bigint is null or exists (
                select from agents where account_id = :accountId and id = :a.internalAgentId) as internal_agent,
              :a.groupId::bigint is null or exists (
                select from groups where account_id = :accountId and id = :a.groupId) as "group",
              :a.internalGroupId::bigint is null or exists (
                select from groups where account_id = :accountId and id = :a.internalGroupId) as internal_group,
              :a.productId::bigint is null or exists (
                select from products where account_id = :accountId and id = :a.productId) as product,
              :a.companyId::bigint is null or exists (
                select from companies where account_id = :accountId and id = :a.companyId) as company,
              :a.emailConfigId::bigint is null or exists (
                select from mailboxes where account_id = :accountId and id = :a.emailConfigId) as mailbox,
              (select group_id from mailboxes where account_id = :accountId and id = :a.emailConfigId)
                as group_of_mailbox,
              (select product_id from mailboxes where account_id = :accountId and id = :a.emailConfigId)
                as product_of_mailbox,
              (select id from mailboxes where account_id = :accountId and product_id = :a.productId
               order by is_primary desc, id limit 1) as mailbox_of_product,
              (select company_id from contacts where account_id = :accountId and id = :a.requesterId)
                as company_of_requester
            """)
    @RegisterConstructorMapper(Known.class)
    Known look(long accountId, @BindMethods("a") Asked a);
}
