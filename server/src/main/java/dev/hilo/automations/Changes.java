package dev.hilo.automations;

import dev.hilo.api.Patch;
import dev.hilo.api.UpdateTicket;
import dev.hilo.fields.CustomFields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** What the actions of a rule make of a ticket's own fields, as one change. */
final class Changes {

    private final CustomFields custom;
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final Map<String, Object> customFields = new LinkedHashMap<>();
    private final LinkedHashSet<String> tags;
    private boolean retagged;

    Changes(CustomFields custom, List<String> tags) {
        this.custom = custom;
        this.tags = new LinkedHashSet<>(tags);
    }

    /** Whether an action is about the ticket's own fields. */
    static boolean isOne(String field) {
        return switch (field) {
            case "add_a_cc",
                    "add_watcher",
                    "add_note",
                    "add_comment",
                    "add_reply",
                    "send_email_to_requester",
                    "send_email_to_agent",
                    "send_email_to_group",
                    "trigger_webhook",
                    "skip_notification",
                    "delete_ticket",
                    "mark_as_spam" -> false;
            default -> true;
        };
    }

    Changes with(Map<String, Object> action) {
        String field = action.get("field_name").toString();
        switch (field) {
            case "add_tag" -> tags(action).forEach(this::tag);
            case "remove_tag" -> tags(action).forEach(this::untag);
            default -> set(Vocabulary.canonical(Subject.TICKET, field), action.get("value"));
        }
        var levels = Sent.object(action.get("nested_fields"));
        if (levels == null) return this;
        levels.values().stream()
                .map(Sent::object)
                .forEach(level -> set(level.get("field_name").toString(), level.get("value")));
        return this;
    }

    private static List<String> tags(Map<String, Object> action) {
        var tags = new ArrayList<String>();
        if (action.get("value") instanceof List<?> list) list.forEach(tag -> tags.add(tag.toString()));
        else tags.add(action.get("value").toString());
        return tags;
    }

    private void tag(String tag) {
        retagged |= tags.add(tag);
    }

    private void untag(String tag) {
        retagged |= tags.remove(tag);
    }

    private void set(String field, Object value) {
        var none = "".equals(value) ? null : value;
        if (custom.byName().containsKey(field)) customFields.put(field, stored(field, none));
        else fields.put(field, none);
    }

    /** Numbers as requests have them. */
    private Object stored(String field, Object value) {
        var number = value instanceof String || value instanceof Boolean ? null : Sent.number(value);
        var type = custom.byName().get(field).type();
        if (value instanceof String text && type.matches("custom_(number|decimal)")) number = Sent.number(text);
        if (number == null) return value;
        return number.stripTrailingZeros().scale() <= 0 ? (Object) number.longValue() : (BigDecimal) number;
    }

    UpdateTicket asUpdate() {
        return new UpdateTicket(
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                integer("status"),
                integer("priority"),
                integer("source"),
                fields.containsKey("ticket_type") ? Patch.of((String) fields.get("ticket_type")) : Patch.absent(),
                id("responder_id"),
                id("group_id"),
                id("product_id"),
                Patch.absent(),
                Patch.absent(),
                retagged ? Patch.of(List.copyOf(tags)) : Patch.absent(),
                customFields.isEmpty() ? Patch.absent() : Patch.of(customFields),
                Patch.absent(),
                Patch.absent(),
                null,
                Patch.absent(),
                id("internal_agent_id"),
                id("internal_group_id"),
                null);
    }

    private Patch<Integer> integer(String field) {
        if (!fields.containsKey(field)) return Patch.absent();
        return Patch.of(Sent.number(fields.get(field)).intValue());
    }

    private Patch<Long> id(String field) {
        if (!fields.containsKey(field)) return Patch.absent();
        var id = Sent.number(fields.get(field));
        return Patch.of(id == null ? null : id.longValue());
    }
}
