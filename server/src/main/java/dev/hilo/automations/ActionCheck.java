package dev.hilo.automations;

import dev.hilo.api.FieldError;
import dev.hilo.contacts.Emails;
import dev.hilo.errors.Problems;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether the actions of a rule can be done. */
final class ActionCheck {

    private static final int LONGEST_TEXT = 65_535;
    private static final int LONGEST_TAG = 32;
    private static final Set<String> PROPERTIES = Set.of(
            "status",
            "priority",
            "source",
            "ticket_type",
            "responder_id",
            "group_id",
            "product_id",
            "internal_agent_id",
            "internal_group_id");
    private static final Set<String> MUST_BE_SET = Set.of("status", "priority", "source");
    private static final Set<String> WEBHOOK_KEYS = Set.of(
            "field_name",
            "value",
            "request_type",
            "url",
            "content_type",
            "content_layout",
            "content",
            "custom_headers",
            "auth_header",
            "api_key");

    private final Vocabulary vocabulary;
    private final ValueCheck values;
    private final References references;
    private final Problems problems;

    ActionCheck(Vocabulary vocabulary, ValueCheck values, References references, Problems problems) {
        this.vocabulary = vocabulary;
        this.values = values;
        this.references = references;
        this.problems = problems;
    }

    void check(RuleContent rule) {
        problems.addIf(rule.actions().isEmpty(), FieldError.missing("actions", "Array"));
        int i = 0;
        for (var action : rule.actions()) check(new Sent("actions[" + i++ + "]", action, problems));
    }

    private void check(Sent sent) {
        String asked = sent.text("field_name", 255);
        if (asked == null) return;
        String field = Vocabulary.canonical(Subject.TICKET, asked);
        switch (asked) {
            case "add_tag", "remove_tag" -> tags(sent);
            case "add_a_cc" -> address(sent);
            case "add_watcher" -> agents(sent, "value");
            case "add_note", "add_comment" -> note(sent);
            case "add_reply" -> reply(sent);
            case "send_email_to_requester" -> mail(sent);
            case "send_email_to_agent" -> mailTo(sent, "agent");
            case "send_email_to_group" -> mailTo(sent, "group");
            case "trigger_webhook" -> webhook(sent);
            case "skip_notification", "delete_ticket", "mark_as_spam" -> sent.onlyKeys(Set.of("field_name", "value"));
            default -> property(sent, field);
        }
    }

    private void property(Sent sent, String field) {
        sent.onlyKeys(Set.of("field_name", "value", "nested_fields"));
        if (!PROPERTIES.contains(field) && !vocabulary.isCustom(Subject.TICKET, field)) {
            sent.invalid("field_name", "There is no such action");
            return;
        }
        var value = sent.get("value");
        var kind = vocabulary.kind(RuleType.UPDATE, Subject.TICKET, field).orElseThrow();
        if (value instanceof List<?>) sent.mismatch("value", "String");
        else if ((value == null || value.equals("")) && MUST_BE_SET.contains(field)) {
            problems.add(FieldError.missing(sent.name("value"), "Integer"));
        } else values.check(sent, "value", Subject.TICKET, field, kind, value);
        nested(sent);
    }

    private void nested(Sent sent) {
        if (sent.get("nested_fields") == null) return;
        var levels = Sent.object(sent.get("nested_fields"));
        if (levels == null) {
            sent.mismatch("nested_fields", "key/value pair");
            return;
        }
        levels.forEach((level, value) -> {
            String path = sent.name("nested_fields." + level);
            var inner = new Sent(path, Sent.object(value) == null ? Map.of() : Sent.object(value), problems);
            if (!ConditionCheck.LEVELS.contains(level)) problems.add(FieldError.unexpected(path));
            String field = inner.text("field_name", 255);
            if (field == null) return;
            if (!vocabulary.isCustom(Subject.TICKET, field)) {
                inner.invalid("field_name", "There is no such field of a ticket");
            } else values.check(inner, "value", Subject.TICKET, field, FieldKind.CHOICE, inner.get("value"));
        });
    }

    private static void tags(Sent sent) {
        sent.onlyKeys(Set.of("field_name", "value"));
        for (var tag : sent.values("value")) {
            boolean fits = tag instanceof String text
                    && !text.isBlank()
                    && text.length() <= LONGEST_TAG
                    && !text.contains(",");
            if (!fits) {
                sent.invalid(
                        "value", "It should contain elements of at most " + LONGEST_TAG + " characters without commas");
            }
        }
    }

    private static void address(Sent sent) {
        sent.onlyKeys(Set.of("field_name", "value"));
        for (var address : sent.values("value")) {
            if (!(address instanceof String text) || !Emails.isValid(text)) sent.invalid("value", Emails.MESSAGE);
        }
    }

    private void agents(Sent sent, String key) {
        sent.onlyKeys(Set.of("field_name", "value"));
        for (var id : sent.values(key)) known(sent, key, "agent", id);
    }

    private void known(Sent sent, String key, String noun, Object id) {
        if (!references.has(noun, id)) sent.invalid(key, "There is no " + noun + " matching the given " + key);
    }

    private void note(Sent sent) {
        sent.onlyKeys(Set.of("field_name", "value", "note_body", "notify_agents"));
        sent.text("note_body", LONGEST_TEXT);
        if (sent.get("notify_agents") == null) return;
        for (var id : sent.values("notify_agents")) known(sent, "notify_agents", "agent", id);
    }

    private static void reply(Sent sent) {
        sent.onlyKeys(Set.of("field_name", "value", "email_body"));
        sent.text("email_body", LONGEST_TEXT);
    }

    private static void mail(Sent sent) {
        sent.onlyKeys(Set.of("field_name", "value", "email_to", "email_subject", "email_body"));
        sent.text("email_subject", 255);
        sent.text("email_body", LONGEST_TEXT);
    }

    /** To the one who has the ticket when nobody, 0 or -1 is named. */
    private void mailTo(Sent sent, String noun) {
        mail(sent);
        if (sent.get("email_to") == null) return;
        for (var id : sent.values("email_to")) {
            boolean isAssigned = id instanceof Number number && (number.longValue() == 0 || number.longValue() == -1);
            if (!isAssigned) known(sent, "email_to", noun, id);
        }
    }

    private static void webhook(Sent sent) {
        sent.onlyKeys(WEBHOOK_KEYS);
        if (!WebhookAction.METHODS.contains(String.valueOf(sent.get("request_type")))) {
            sent.among("request_type", WebhookAction.METHODS.toArray(String[]::new));
        }
        String url = sent.text("url", 2000);
        if (url != null && !isUrl(url))
            sent.invalid("url", "It should be an address that begins with http:// or https://");
        content(sent);
        if (sent.get("custom_headers") != null) headers(sent);
        sent.optionalText("api_key", 2000);
        if (sent.get("auth_header") == null) return;
        var login = Sent.object(sent.get("auth_header"));
        if (login == null) {
            sent.mismatch("auth_header", "key/value pair");
            return;
        }
        var inner = new Sent(sent.name("auth_header"), login, sent.problems());
        inner.onlyKeys(Set.of("username", "password"));
        inner.text("username", 255);
        inner.text("password", 255);
    }

    private static void content(Sent sent) {
        var type = sent.get("content_type");
        if (type != null && !WebhookAction.CONTENT_TYPES.contains(type)) {
            sent.among("content_type", WebhookAction.CONTENT_TYPES.toArray(String[]::new));
        }
        var layout = sent.get("content_layout");
        if (layout != null && !Set.of("1", "2").contains(layout.toString())) sent.among("content_layout", "1", "2");
        switch (sent.get("content")) {
            case null -> {}
            case String text -> sent.text("content", LONGEST_TEXT);
            case Map<?, ?> map -> {
                boolean isFlat = map.values().stream().noneMatch(v -> v instanceof Map || v instanceof List);
                boolean isSimple = layout == null || layout.toString().equals("1");
                if (isSimple && !isFlat) sent.invalid("content", "It should have texts alone in the simple layout");
            }
            default -> sent.mismatch("content", "key/value pair");
        }
    }

    private static void headers(Sent sent) {
        var headers = Sent.object(sent.get("custom_headers"));
        if (headers == null) {
            sent.mismatch("custom_headers", "key/value pair");
            return;
        }
        boolean fit = headers.size() <= 20
                && headers.entrySet().stream()
                        .allMatch(h -> h.getKey().matches("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}")
                                && h.getValue() instanceof String text
                                && text.length() <= 2000
                                && text.chars().allMatch(c -> c >= ' ' && c != 127));
        if (!fit) sent.invalid("custom_headers", "It should have at most 20 headers, each a name and a line of text");
    }

    private static boolean isUrl(String url) {
        try {
            // Placeholders are filled in later.
            var uri = new URI(url.replaceAll("\\{\\{[^}]*}}", "x"));
            return uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
