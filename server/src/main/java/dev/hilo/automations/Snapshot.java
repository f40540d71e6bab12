package dev.hilo.automations;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A ticket with its requester and company at a moment, as rules look at them: columns by their names in the database.
 *
 * @param company missing where the ticket has none
 */
record Snapshot(JsonNode ticket, JsonNode contact, JsonNode company, Instant now) {

    /** The values that a field has; none when it is not set. */
    List<JsonNode> values(Subject subject, String field) {
        return switch (subject) {
            case TICKET -> ofTicket(field);
            case CONTACT -> flat(column(contact, field));
            case COMPANY -> flat(column(company, field));
        };
    }

    private List<JsonNode> ofTicket(String field) {
        return switch (field) {
            case "ticket_type" -> flat(ticket.path("type"));
            case "tag_names" -> flat(ticket.path("tags"));
            case "ticket_cc" -> flat(ticket.path("cc_emails"));
            case "description" -> flat(ticket.path("description_text"));
            case "subject_or_description" -> flat(ticket.path("subject"), ticket.path("description_text"));
            case "from_email" -> flat(contact.path("email"));
            case "to_email" -> flat(ticket.path("support_email"), ticket.path("to_emails"));
            default -> flat(column(ticket, field));
        };
    }

    /** Own columns first: a custom field cannot have the name of one. */
    private static JsonNode column(JsonNode row, String field) {
        return row.has(field) ? row.path(field) : row.path("custom_fields").path(field);
    }

    private static List<JsonNode> flat(JsonNode... nodes) {
        var values = new ArrayList<JsonNode>();
        for (var node : nodes) {
            if (node.isArray()) node.forEach(values::add);
            else if (!node.isMissingNode() && !node.isNull() && !node.asText().isEmpty()) values.add(node);
        }
        return values;
    }

    /** A time of the ticket, or null. */
    Instant time(String column) {
        var node = ticket.path(column);
        return node.isTextual() ? OffsetDateTime.parse(node.asText()).toInstant() : null;
    }

    /** Whether it is neither in the trash nor spam nor archived, so that rules may act on it. */
    boolean isLive() {
        return !ticket.path("deleted").asBoolean()
                && !ticket.path("spam").asBoolean()
                && !ticket.path("archived").asBoolean();
    }
}
