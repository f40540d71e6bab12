package dev.hilo.mailboxes;

import dev.hilo.api.Among;

/** The query of the mailboxes' list; conditions add up. */
public record MailboxFilter(
        String supportEmail,
        String forwardEmail,
        Long productId,
        Long groupId,
        Boolean active,
        @Among({"product_id", "group_id"}) String orderBy,
        @Among({"asc", "desc"}) String orderType) {

    /** 1 to rise, -1 to fall. */
    public int direction() {
        return "desc".equals(orderType) ? -1 : 1;
    }
}
