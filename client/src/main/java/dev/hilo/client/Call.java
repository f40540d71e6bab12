package dev.hilo.client;

import java.util.regex.Pattern;

/**
 * One call, as often as it is sent.
 *
 * @param path with its query; below {@code /api/v2} unless it says otherwise
 * @param onceKey makes a POST repeatable at an endpoint that knows {@code Idempotency-Key}; null for none
 */
record Call(String method, String path, Content content, Urgency urgency, String onceKey) {

    private static final Pattern ONCE_ONLY = Pattern.compile("/(toggle_timer|merge)(\\?|$)");
    private static final Pattern INCLUDE = Pattern.compile("[?&]include=([^&]+)");

    /** Whether a second time does no harm. */
    boolean isRepeatable() {
        if (onceKey != null) return true;
        if (method.equals("POST") || method.equals("PUT") && content.isForm()) return false;
        return method.equals("GET") || !ONCE_ONLY.matcher(path).find();
    }

    /** The credits it takes: one, and one more for each include of a ticket, two in a list (reference §1.9). */
    int cost() {
        var include = INCLUDE.matcher(path);
        if (!include.find()) return 1;
        int included = include.group(1).split(",|%2C").length;
        return 1 + included * (Kind.of(this) == Kind.TICKET_LIST ? 2 : 1);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
