package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A support address.
 *
 * @param defaultReplyEmail whether replies for its product go out from it
 * @param active whether it has been verified
 * @param mailboxType {@code freshdesk_mailbox} or {@code custom_mailbox}; the object of that name is there, the other not
 * @param failureCode why a custom mailbox does not work, or null
 */
public record Mailbox(
        long id,
        String name,
        String supportEmail,
        Long groupId,
        boolean defaultReplyEmail,
        boolean active,
        String mailboxType,
        String failureCode,
        Instant createdAt,
        Instant updatedAt,
        Long productId,
        @JsonInclude(JsonInclude.Include.NON_NULL) Forwarding freshdeskMailbox,
        @JsonInclude(JsonInclude.Include.NON_NULL) Custom customMailbox) {

    /** @param forwardEmail the address of ours to which mail is to be forwarded */
    public record Forwarding(String forwardEmail) {}

    /** @param accessType {@code incoming}, {@code outgoing} or {@code both} */
    public record Custom(
            String accessType,
            @JsonInclude(JsonInclude.Include.NON_NULL) Incoming incoming,
            @JsonInclude(JsonInclude.Include.NON_NULL) Outgoing outgoing) {}

    public record Incoming(
            String mailServer,
            Integer port,
            Boolean useSsl,
            Boolean deleteFromServer,
            String authentication,
            String userName,
            String failureCode) {}

    public record Outgoing(String mailServer, Integer port, Boolean useSsl, String authentication, String userName) {}
}
