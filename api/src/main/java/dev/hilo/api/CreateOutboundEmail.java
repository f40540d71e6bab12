package dev.hilo.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A ticket that an agent begins by writing to a customer.
 *
 * @param emailConfigId the mailbox from which it is written
 * @param status Closed by default, since nothing is left to do until the customer answers
 * @param priority Low by default
 */
public record CreateOutboundEmail(
        @Required String email,
        @Required @Bounds(255) String subject,
        @Required Long emailConfigId,
        String name,
        String type,
        Integer status,
        Integer priority,
        String description,
        List<Upload> attachments,
        Map<String, Object> customFields,
        Instant dueBy,
        Instant frDueBy,
        Long groupId,
        List<String> tags,
        List<String> ccEmails) {

    private static final int OUTBOUND = 10;
    private static final int CLOSED = 5;
    private static final int LOW = 1;

    /** @param responderId the agent who writes */
    public CreateTicket ticket(long responderId) {
        return new CreateTicket(
                null,
                email,
                null,
                null,
                null,
                null,
                name,
                subject,
                description == null ? "" : description,
                null,
                status == null ? CLOSED : status,
                priority == null ? LOW : priority,
                OUTBOUND,
                type,
                responderId,
                groupId,
                null,
                null,
                emailConfigId,
                ccEmails,
                tags,
                customFields,
                dueBy,
                frDueBy,
                attachments,
                null,
                null,
                null,
                null,
                null);
    }
}
