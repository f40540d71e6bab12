package dev.hilo.client;

import java.util.regex.Pattern;

/** What a call counts towards beside the account's calls per minute (reference §1.10). */
enum Kind {
    OTHER(),
    TICKET_CREATE(80, 160, 280, 400, 800),
    TICKET_UPDATE(80, 160, 280, 400, 800),
    TICKET_LIST(20, 100, 200, 300, 400),
    CONTACT_LIST(20, 100, 200, 300, 400);

    private static final int[] PLANS = {200, 400, 700, 1000, 2000};
    /** More than any plan has: no plan's. */
    private static final int LARGEST = 10_000;

    private static final Pattern TICKET = Pattern.compile("/tickets/\\d+");

    private final int[] limits;

    Kind(int... limits) {
        this.limits = limits;
    }

    static Kind of(Call call) {
        var path = call.path().split("\\?", 2)[0].replaceFirst("^/api/v2", "");
        return switch (call.method()) {
            case "GET" -> path.equals("/tickets") ? TICKET_LIST : path.equals("/contacts") ? CONTACT_LIST : OTHER;
            case "POST" -> path.equals("/tickets") || path.equals("/tickets/outbound_email") ? TICKET_CREATE : OTHER;
            case "PUT", "PATCH" -> TICKET.matcher(path).matches() ? TICKET_UPDATE : OTHER;
            default -> OTHER;
        };
    }

    /** Calls of this kind per minute where all calls are so many; no bound of its own where none is known. */
    int limit(int total) {
        if (total > LARGEST) return Integer.MAX_VALUE;
        int limit = Integer.MAX_VALUE;
        for (int i = 0; i < limits.length && PLANS[i] <= total; i++) limit = limits[i];
        return limit;
    }
}
