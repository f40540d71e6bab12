package dev.hilo.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One change, or one reply, or both, for many tickets. */
public record BulkUpdateTickets(@Required Action bulkAction) {

    /** At least one of properties and reply is needed. */
    public record Action(@Required @Bounds(1000) List<Long> ids, Properties properties, Reply reply) {}

    /** @param fromEmail the support address from which the reply is sent */
    public record Properties(
            String fromEmail,
            Boolean skipCloseNotification,
            Patch<Long> emailConfigId,
            Patch<Long> groupId,
            Patch<Integer> priority,
            Patch<Long> parentId,
            Patch<Long> requesterId,
            Patch<Long> responderId,
            Patch<Integer> source,
            Patch<Integer> status,
            Patch<String> type,
            Patch<Long> productId,
            Patch<Instant> dueBy,
            Patch<Instant> frDueBy,
            Patch<Map<String, Object>> customFields,
            Patch<List<String>> tags,
            Patch<Long> internalAgentId,
            Patch<Long> internalGroupId) {

        public UpdateTicket change() {
            return new UpdateTicket(
                    requesterId,
                    Patch.absent(),
                    Patch.absent(),
                    Patch.absent(),
                    Patch.absent(),
                    Patch.absent(),
                    Patch.absent(),
                    Patch.absent(),
                    Patch.absent(),
                    Patch.absent(),
                    status,
                    priority,
                    source,
                    type,
                    responderId,
                    groupId,
                    productId,
                    Patch.absent(),
                    emailConfigId,
                    tags,
                    customFields,
                    dueBy,
                    frDueBy,
                    null,
                    parentId,
                    internalAgentId,
                    internalGroupId,
                    null);
        }
    }

    /** The ids of files that were uploaded before, of which there are none here: lists that name some are refused. */
    public record Reply(
            @Required String body,
            List<Long> attachmentIds,
            List<Long> inlineAttachmentIds,
            List<JsonNode> cloudFiles) {}
}
