package dev.hilo.webhooks;

import dev.hilo.api.FieldError;
import dev.hilo.errors.Problems;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a subscription may say. */
final class WebhookRules {

    private static final Pattern TYPE = Pattern.compile("[a-z_]{1,40}\\.([a-z]{1,40}|\\*)");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Pattern FIELD = Pattern.compile("[a-z0-9_]{1,100}");
    private static final Set<String> OURS = Set.of(
            "host",
            "content-length",
            "content-type",
            "transfer-encoding",
            "connection",
            "expect",
            "upgrade",
            "te",
            "trailer");
    private static final int MOST = 20;

    private WebhookRules() {}

    static void check(
            Problems problems,
            String url,
            List<String> types,
            Map<String, Object> conditions,
            Map<String, Object> headers) {
        problems.addIf(
                !isAddress(url), FieldError.invalid("url", "It should be an http or https address without a log-in"));
        problems.addIf(
                types.size() > 100
                        || !types.stream()
                                .allMatch(t -> t != null && TYPE.matcher(t).matches()),
                FieldError.invalid("types", "It should hold types of events, such as ticket.created or ticket.*"));
        problems.addIf(
                conditions.size() > MOST || !conditions.entrySet().stream().allMatch(WebhookRules::isCondition),
                FieldError.invalid("conditions", "It should hold fields and a value or a list of values for each"));
        problems.addIf(
                headers.size() > MOST || !headers.entrySet().stream().allMatch(WebhookRules::isHeader),
                FieldError.invalid(
                        "headers", "It should hold up to 20 headers of one line each that are the caller's to set"));
    }

    private static boolean isAddress(String url) {
        try {
            var uri = new URI(url);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (Exception e) {
            return false;
        }
    }

    private static boolean isCondition(Map.Entry<String, Object> condition) {
        var values = condition.getValue() instanceof List<?> list ? list : Arrays.asList(condition.getValue());
        return FIELD.matcher(condition.getKey()).matches()
                && values.size() <= 100
                && values.stream().allMatch(v -> v instanceof String || v instanceof Number || v instanceof Boolean);
    }

    private static boolean isHeader(Map.Entry<String, Object> header) {
        String name = header.getKey().toLowerCase(java.util.Locale.ROOT);
        return HEADER.matcher(name).matches()
                && !OURS.contains(name)
                && !name.startsWith("hilo-")
                && header.getValue() instanceof String value
                && value.length() <= 2000
                && value.chars().allMatch(c -> c >= 32 && c < 127);
    }
}
