package dev.hilo.automations;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hilo.api.Json;
import dev.hilo.html.Html;
import dev.hilo.placeholders.Placeholder;
import dev.hilo.placeholders.Placeholders;
import dev.hilo.placeholders.Template;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The webhook action of a rule (reference §4.30). The simple layout puts everything under {@code freshdesk_webhook}; the
 * advanced one sends what it is told to.
 */
final class WebhookAction {

    static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
    static final List<String> CONTENT_TYPES = List.of("JSON", "XML", "X-FORM-URLENCODED");
    private static final String ROOT = "freshdesk_webhook";

    private final Map<String, Object> action;
    private final Placeholders values;

    WebhookAction(Map<String, Object> action, Placeholders values) {
        this.action = action;
        this.values = values;
    }

    OneOffCall call() {
        String method = action.get("request_type").toString();
        boolean hasBody = action.get("content") != null && !method.equals("GET") && !method.equals("DELETE");
        var headers = JsonNodeFactory.instance.objectNode();
        if (hasBody) headers.put("Content-Type", contentType());
        var login = Sent.object(action.get("auth_header"));
        if (login != null) headers.put("Authorization", basic(login.get("username"), login.get("password")));
        if (action.get("api_key") != null) headers.put("Authorization", basic(action.get("api_key"), "X"));
        var own = Sent.object(action.get("custom_headers"));
        if (own != null) own.forEach((name, value) -> headers.put(name, line(value.toString())));
        String url = new Template(action.get("url").toString()).as(value -> encoded(value.text()), values);
        return new OneOffCall(method, url, headers, hasBody ? body() : null);
    }

    private String line(String header) {
        return new Template(header).asText(values).replaceAll("[\\p{Cntrl}]", " ");
    }

    private static String basic(Object user, Object password) {
        var login = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(login);
    }

    private String type() {
        return action.get("content_type") == null
                ? "JSON"
                : action.get("content_type").toString();
    }

    private String contentType() {
        return switch (type()) {
            case "XML" -> "application/xml; charset=utf-8";
            case "X-FORM-URLENCODED" -> "application/x-www-form-urlencoded";
            default -> "application/json; charset=utf-8";
        };
    }

    private boolean isAdvanced() {
        return "2".equals(String.valueOf(action.get("content_layout")));
    }

    private String body() {
        if (action.get("content") instanceof String template) return new Template(template).as(form(), values);
        var content = Sent.object(action.get("content"));
        return switch (type()) {
            case "XML" -> xml(content);
            case "X-FORM-URLENCODED" -> urlEncoded(content);
            default -> json(content);
        };
    }

    /** How a value stays a value in a template of one's own. */
    private Function<Placeholder, String> form() {
        return switch (type()) {
            case "XML" -> value -> Html.escape(value.html());
            case "X-FORM-URLENCODED" -> value -> encoded(value.html());
            default -> value -> new String(JsonStringEncoder.getInstance().quoteAsString(value.html()));
        };
    }

    private String json(Map<String, Object> content) {
        var filled = filled(content);
        return Json.MAPPER
                .valueToTree(isAdvanced() ? filled : Map.of(ROOT, filled))
                .toString();
    }

    private Object filled(Object content) {
        return switch (content) {
            case String text -> new Template(text).as(Placeholder::html, values);
            case List<?> list -> list.stream().map(this::filled).toList();
            case Map<?, ?> map -> {
                var filled = new LinkedHashMap<String, Object>();
                map.forEach((key, value) -> filled.put(key.toString(), filled(value)));
                yield filled;
            }
            case null -> "";
            default -> content;
        };
    }

    private String xml(Map<String, Object> content) {
        return content.entrySet().stream()
                .map(entry -> {
                    String name = entry.getKey().replaceAll("[^A-Za-z0-9_.-]", "_");
                    return "<" + name + ">" + Html.escape(String.valueOf(filled(entry.getValue()))) + "</" + name + ">";
                })
                .collect(Collectors.joining("", "<" + ROOT + ">", "</" + ROOT + ">"));
    }

    private String urlEncoded(Map<String, Object> content) {
        return content.entrySet().stream()
                .map(entry -> encoded(isAdvanced() ? entry.getKey() : ROOT + "[" + entry.getKey() + "]") + "="
                        + encoded(String.valueOf(filled(entry.getValue()))))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
