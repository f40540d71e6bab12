package dev.hilo.automations;

import static dev.hilo.automations.FieldKind.*;

import dev.hilo.fields.CustomFields;
import dev.hilo.fields.Forms;
import dev.hilo.fields.TicketForm;
import java.util.Map;
import java.util.Optional;

/** The fields that the rules of an account may name, with the kinds of their values. */
final class Vocabulary {

    private static final Map<String, FieldKind> OF_TICKETS = Map.ofEntries(
            Map.entry("subject", TEXT),
            Map.entry("description", TEXT),
            Map.entry("subject_or_description", TEXT),
            Map.entry("from_email", TEXT),
            Map.entry("to_email", LIST),
            Map.entry("ticket_cc", LIST),
            Map.entry("tag_names", LIST),
            Map.entry("status", CHOICE),
            Map.entry("priority", CHOICE),
            Map.entry("source", CHOICE),
            Map.entry("ticket_type", CHOICE),
            Map.entry("product_id", CHOICE),
            Map.entry("responder_id", CHOICE),
            Map.entry("group_id", CHOICE),
            Map.entry("internal_agent_id", CHOICE),
            Map.entry("internal_group_id", CHOICE),
            Map.entry("company_id", CHOICE),
            Map.entry("email_config_id", CHOICE),
            Map.entry("association_type", CHOICE),
            Map.entry("is_escalated", FLAG),
            Map.entry("fr_escalated", FLAG));

    /** Times of a ticket by the name of the hours since. */
    static final Map<String, String> TIMES = Map.ofEntries(
            Map.entry("hours_since_created", "created_at"),
            Map.entry("hours_since_updated", "updated_at"),
            Map.entry("hours_since_status_updated", "status_updated_at"),
            Map.entry("hours_since_pending", "pending_since"),
            Map.entry("hours_since_resolved", "resolved_at"),
            Map.entry("hours_since_closed", "closed_at"),
            Map.entry("hours_since_reopened", "reopened_at"),
            Map.entry("hours_since_requester_responded", "requester_responded_at"),
            Map.entry("hours_since_agent_responded", "agent_responded_at"),
            Map.entry("hours_since_due_by", "due_by"),
            Map.entry("hours_since_fr_due_by", "fr_due_by"));

    private static final Map<String, FieldKind> OF_CONTACTS = Map.of(
            "name", TEXT,
            "email", TEXT,
            "job_title", TEXT,
            "phone", TEXT,
            "language", CHOICE,
            "time_zone", CHOICE,
            "tags", LIST,
            "unique_external_id", TEXT);

    private static final Map<String, FieldKind> OF_COMPANIES = Map.of(
            "name", TEXT,
            "domains", LIST,
            "description", TEXT,
            "health_score", CHOICE,
            "account_tier", CHOICE,
            "industry", CHOICE,
            "renewal_date", DATE);

    private final Forms forms;
    private final long accountId;

    Vocabulary(Forms forms, long accountId) {
        this.forms = forms;
        this.accountId = accountId;
    }

    /** The name by which a field is known here: Freshdesk has two for some. */
    static String canonical(Subject subject, String field) {
        if (subject != Subject.TICKET) return field;
        return switch (field) {
            case "type" -> "ticket_type";
            case "tags", "tag" -> "tag_names";
            case "cc_emails" -> "ticket_cc";
            default -> TIMES.containsValue(field) ? "hours_since_" + field.replaceFirst("_(at|since)$", "") : field;
        };
    }

    /** @param type hours are asked for by rules of time alone */
    Optional<FieldKind> kind(RuleType type, Subject subject, String field) {
        if (subject == Subject.TICKET && TIMES.containsKey(field)) {
            return type == RuleType.TIME ? Optional.of(HOURS) : Optional.empty();
        }
        return Optional.ofNullable(ofSubject(subject).get(field)).or(() -> customKind(subject, field));
    }

    private static Map<String, FieldKind> ofSubject(Subject subject) {
        return switch (subject) {
            case TICKET -> OF_TICKETS;
            case CONTACT -> OF_CONTACTS;
            case COMPANY -> OF_COMPANIES;
        };
    }

    private Optional<FieldKind> customKind(Subject subject, String field) {
        var known = custom(subject).byName().get(field);
        if (known == null) return Optional.empty();
        return Optional.of(
                switch (known.type()) {
                    case "custom_dropdown", "nested_field" -> CHOICE;
                    case "custom_checkbox" -> FLAG;
                    case "custom_number", "custom_decimal" -> NUMBER;
                    case "custom_date" -> DATE;
                    default -> TEXT;
                });
    }

    boolean isCustom(Subject subject, String field) {
        return custom(subject).byName().containsKey(field);
    }

    CustomFields custom(Subject subject) {
        return forms.custom(accountId, subject.resource);
    }

    TicketForm form() {
        return forms.ofTickets(accountId);
    }
}
