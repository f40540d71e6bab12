package dev.hilo.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hilo.html.Html;
import dev.hilo.roles.DefaultRole;
import java.util.Locale;

/** The tables of tickets and of the people around them, as the wire fills them. */
final class Mappings {

    static final Mapping TICKETS = Mapping.of("tickets")
            .texts("subject type support_email")
            .fullTexts("description description_text")
            .json("structured_description")
            .integer("status", 2)
            .integer("priority", 1)
            .integer("source", 2)
            .numbers("requester_id responder_id group_id product_id company_id email_config_id source_info form_id")
            .lists("cc_emails fwd_emails reply_cc_emails ticket_cc_emails ticket_bcc_emails tags")
            .openLists("to_emails")
            .object("custom_fields")
            .truths("spam deleted is_escalated fr_escalated nr_escalated")
            .integers("association_type")
            .times("due_by fr_due_by nr_due_by agent_responded_at requester_responded_at first_responded_at")
            .times("status_updated_at reopened_at resolved_at closed_at pending_since")
            .guardingTime()
            .adjusted((wire, row) -> {
                row.put("description", safe(row.path("description").asText()));
                row.set("custom_fields", Mapping.withoutNulls(wire.path("custom_fields")));
                wire.path("stats").properties().forEach(stat -> {
                    if (row.has(stat.getKey())) row.set(stat.getKey(), stat.getValue());
                });
            });

    static final Mapping CONVERSATIONS = Mapping.of("conversations")
            .numbers("ticket_id user_id email_config_id automation_id automation_type_id last_edited_user_id")
            .fullTexts("body body_text")
            .json("structured_body source_additional_info outgoing_failures")
            .truths("incoming private auto_response has_quoted_text has_attachments deleted")
            .integer("source", 0)
            .integer("category", 1)
            .integers("email_failure_count")
            .texts("support_email from_email")
            .openLists("to_emails cc_emails bcc_emails")
            .times("last_edited_at")
            .adjusted((wire, row) -> {
                row.put("body", safe(row.path("body").asText()));
                row.put("has_attachments", !wire.path("attachments").isEmpty());
            });

    static final Mapping CONTACTS = Mapping.of("contacts")
            .texts("name email phone mobile address description job_title language time_zone twitter_id facebook_id")
            .texts("unique_external_id preferred_source")
            .numbers("company_id")
            .openTruths("view_all_tickets")
            .truths("active deleted blocked")
            .integers("csat_rating")
            .lists("other_phone_numbers")
            .array("social_handler")
            .object("custom_fields")
            .times("first_seen last_seen")
            .adjusted((wire, row) -> {
                person(wire, row);
                row.set("custom_fields", Mapping.withoutNulls(wire.path("custom_fields")));
            });

    /** Agents as people. */
    static final Mapping AGENT_CONTACTS = Mapping.of("contacts")
            .texts("name email phone mobile job_title language time_zone")
            .truths("active")
            .adjusted((wire, row) -> {
                var person = wire.path("contact");
                for (var name : new String[] {
                    "phone", "mobile", "job_title", "language", "time_zone", "active", "created_at", "updated_at"
                }) {
                    if (person.hasNonNull(name)) row.set(name, person.get(name));
                }
                person(person, row);
            });

    static final Mapping AGENTS = Mapping.of("agents")
            .integer("ticket_scope", 1)
            .truths("occasional available focus_mode deactivated")
            .texts("signature")
            .fullTexts("type")
            .times("available_since")
            .adjusted((wire, row) -> {
                if (!wire.hasNonNull("type")) row.put("type", "support_agent");
            });

    static final Mapping GROUPS = Mapping.of("groups")
            .texts("name description unassigned_for")
            .numbers("escalate_to business_hour_id")
            .fullTexts("group_type")
            .truths("allow_agents_to_change_availability")
            .unique("name")
            .adjusted((wire, row) -> {
                named(wire, row);
                if (wire.hasNonNull("business_calendar_id")) {
                    row.set("business_hour_id", wire.get("business_calendar_id"));
                }
                if (!wire.hasNonNull("group_type"))
                    row.put("group_type", wire.path("type").asText("support_agent_group"));
            });

    static final Mapping ROLES = Mapping.of("roles")
            .texts("name")
            .fullTexts("description")
            .truths("is_default")
            .integer("agent_type", 1)
            .lists("privileges")
            .unique("name")
            .adjusted((wire, row) -> {
                named(wire, row);
                row.put("is_default", wire.path("default").asBoolean());
                var privileges = row.putArray("privileges");
                for (var known : DefaultRole.values()) {
                    if (known.title().equals(wire.path("name").asText()))
                        known.privileges().forEach(privileges::add);
                }
            });

    static final Mapping PRODUCTS =
            Mapping.of("products").texts("name description").unique("name").adjusted(Mappings::named);

    static final Mapping COMPANIES = Mapping.of("companies")
            .texts("name description note health_score account_tier industry")
            .lists("domains")
            .object("custom_fields")
            .date("renewal_date")
            .unique("name")
            .adjusted((wire, row) -> {
                named(wire, row);
                row.set("custom_fields", Mapping.withoutNulls(wire.path("custom_fields")));
            });

    static final Mapping MAILBOXES = Mapping.of("mailboxes")
            .texts("name support_email forward_email")
            .numbers("group_id product_id")
            .truths("is_primary active")
            .unique("support_email")
            .adjusted((wire, row) -> {
                String address = wire.path("reply_email").asText("").toLowerCase(Locale.ROOT);
                named(wire, row);
                row.put("support_email", address);
                String to = wire.path("to_email").asText("");
                row.put("forward_email", to.isEmpty() || to.equals(address) ? null : to);
                row.put("is_primary", wire.path("primary_role").asBoolean());
            });

    static final Mapping BUSINESS_HOURS = Mapping.of("business_hours")
            .texts("name description time_zone")
            .truths("is_default")
            .object("hours")
            .adjusted((wire, row) -> {
                named(wire, row);
                row.put("id", wire.path("id").asLong());
                row.set("hours", hours(wire.path("business_hours")));
            });

    private Mappings() {}

    /** A text without tags stays as it is; from any other goes what a browser would run. */
    static String safe(String html) {
        return html.indexOf('<') < 0 ? html : Html.clean(html);
    }

    private static void named(JsonNode wire, ObjectNode row) {
        if (row.path("name").asText("").isBlank())
            row.put("name", "No. " + row.path("id").asText());
    }

    private static void person(JsonNode wire, ObjectNode row) {
        String email = wire.path("email").asText("").strip().toLowerCase(Locale.ROOT);
        if (email.isEmpty()) row.putNull("email");
        else row.put("email", email);
        String name = wire.path("name").asText("");
        row.put(
                "name",
                !name.isBlank() ? name.replace("\0", "") : email.isEmpty() ? "Contact " + row.path("id") : email);
    }

    /** From the older shape, a span a day of twelve hours each, to the stored one. */
    private static ObjectNode hours(JsonNode days) {
        var hours = dev.hilo.api.Json.MAPPER.createObjectNode();
        days.properties().forEach(day -> {
            var slot = dev.hilo.api.Json.MAPPER.createObjectNode();
            slot.put("start_time", ofDay(day.getValue().path("start_time").asText()));
            slot.put("end_time", ofDay(day.getValue().path("end_time").asText()));
            hours.putArray(day.getKey()).add(slot);
        });
        return hours;
    }

    private static String ofDay(String text) {
        var parts = text.strip().split("[: ]+");
        if (parts.length < 2) return text;
        int hour = Integer.parseInt(parts[0]) % 12;
        boolean isAfternoon = text.toLowerCase(Locale.ROOT).endsWith("pm");
        boolean hasHalf = isAfternoon || text.toLowerCase(Locale.ROOT).endsWith("am");
        int of24 = hasHalf ? hour + (isAfternoon ? 12 : 0) : Integer.parseInt(parts[0]);
        return "%02d:%s".formatted(of24, parts[1]);
    }
}
