package dev.hilo.tickets;

import dev.hilo.api.Among;
import java.time.Instant;

/** What the list of tickets can be asked for. @param include comma-separated: stats, requester, description */
public record TicketFilter(
        @Among({"new_and_my_open", "watching", "spam", "deleted", "all_tickets"})
        String filter,

        Long requesterId,
        String email,
        String uniqueExternalId,
        Long companyId,
        Instant updatedSince,

        @Among({"created_at", "due_by", "updated_at", "status"})
        String orderBy,

        @Among({"asc", "desc"}) String orderType,
        String include) {}
