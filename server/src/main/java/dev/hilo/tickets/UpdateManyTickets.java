package dev.hilo.tickets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.Privilege;
import dev.hilo.api.BulkUpdateTickets;
import dev.hilo.api.CreateReply;
import dev.hilo.api.Patch;
import dev.hilo.api.UpdateTicket;
import dev.hilo.conversations.Conversations;
import dev.hilo.db.Database;
import dev.hilo.jobs.JobContext;
import dev.hilo.jobs.JobWork;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes, answers, or answers and changes one ticket after the other. */
public final class UpdateManyTickets implements JobWork {

    public static final String KIND = "tickets.update";

    private final Database database;
    private final Tickets tickets;
    private final Conversations conversations;
    private final Clock clock;

    public UpdateManyTickets(Database database, Tickets tickets, Conversations conversations, Clock clock) {
        this.database = database;
        this.tickets = tickets;
        this.conversations = conversations;
        this.clock = clock;
    }

    @Override
    public JsonNode run(JobContext job) {
        var asked = job.request(BulkUpdateTickets.class).bulkAction();
        var change = asked.properties() == null ? null : restored(asked.properties());
        var reply = asked.reply() == null ? null : reply(asked);
        if (change != null) job.caller().require(Privilege.EDIT_TICKETS);
        if (reply != null) job.caller().require(Privilege.REPLY_TICKETS);
        return new TicketSteps(database, job, (handle, id) -> {
                    if (reply != null) conversations.reply(handle, job.caller(), id, reply);
                    if (change != null) tickets.update(handle, job.caller(), id, change, clock.instant());
                })
                .run(asked.ids());
    }

    private static CreateReply reply(BulkUpdateTickets.Action asked) {
        String from = asked.properties() == null ? null : asked.properties().fromEmail();
        return new CreateReply(asked.reply().body(), null, List.of(), from, null, null, null);
    }

    private static UpdateTicket restored(BulkUpdateTickets.Properties asked) {
        return new BulkUpdateTickets.Properties(
                        asked.fromEmail(),
                        asked.skipCloseNotification(),
                        asked.emailConfigId(),
                        asked.groupId(),
                        asked.priority(),
                        asked.parentId(),
                        asked.requesterId(),
                        asked.responderId(),
                        asked.source(),
                        asked.status(),
                        asked.type(),
                        asked.productId(),
                        asked.dueBy(),
                        asked.frDueBy(),
                        longs(asked.customFields()),
                        asked.tags(),
                        asked.internalAgentId(),
                        asked.internalGroupId())
                .change();
    }

    /** Numbers as a request has them; read back from the job's JSON the small ones are integers. */
    private static Patch<Map<String, Object>> longs(Patch<Map<String, Object>> fields) {
        return fields.map(sent -> {
            var restored = new LinkedHashMap<>(sent);
            restored.replaceAll((name, value) -> value instanceof Integer number ? number.longValue() : value);
            return restored;
        });
    }
}
