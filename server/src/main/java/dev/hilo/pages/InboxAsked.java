package dev.hilo.pages;

import dev.hilo.api.Among;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What the inbox's address says.
 *
 * @param view by its text; one's own tickets unless told
 * @param sort the customer's who waits longest first, unless told
 * @param q words, or the search language, which has colons
 * @param status only these; the number on the wire
 * @param page from 1
 */
public record InboxAsked(
        String view,

        @Among({"updated", "created", "waiting", "due", "priority"})
        String sort,

        String q,
        Integer status,
        Integer priority,
        Long agent,
        Long group,
        String tag,
        Integer page) {

    InboxView inboxView() {
        return InboxView.of(view);
    }

    public String sorted() {
        if (sort != null) return sort;
        return switch (inboxView()) {
            case WAITING -> "waiting";
            case OVERDUE -> "due";
            default -> "updated";
        };
    }

    int pageNumber() {
        return page == null ? 1 : Math.clamp(page, 1, 200);
    }

    /** The address of the same in another view. */
    public String in(InboxView other) {
        return "/inbox?view=" + other.text();
    }

    /** The query of the same, without the page. */
    public String query() {
        var query = new StringBuilder("view=").append(inboxView().text());
        add(query, "sort", sort);
        add(query, "q", q);
        add(query, "status", status);
        add(query, "priority", priority);
        add(query, "agent", agent);
        add(query, "group", group);
        add(query, "tag", tag);
        return query.toString();
    }

    private static void add(StringBuilder query, String name, Object value) {
        if (value == null) return;
        query.append('&').append(name).append('=').append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
    }

    public boolean isSearch() {
        return q != null && !q.isBlank();
    }

    /** Whether what is sought is in the search language. */
    boolean isInSearchLanguage() {
        return isSearch() && q.matches("(?s).*\\w+:.*");
    }

    public boolean isFiltered() {
        return isSearch() || status != null || priority != null || agent != null || group != null || tag != null;
    }
}
