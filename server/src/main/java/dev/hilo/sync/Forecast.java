package dev.hilo.sync;

import java.util.ArrayList;
import java.util.List;

/**
 * What a first load will take, from a few calls: how many rows each list has, whether the key may read it, and how long it
 * goes on at this account's limit.
 *
 * @param calls about how many there will be
 * @param credits what they count towards the limit
 * @param creditsPerMinute those that are the mirror's; null where there is no limit
 * @param minutes null where there is no limit
 */
public record Forecast(List<Item> lists, long calls, long credits, Integer creditsPerMinute, Long minutes) {

    /** @param rows null when the key may not read the list @param trouble why it may not */
    public record Item(String resource, Long rows, long calls, String trouble) {}

    private static final int CREDITS_OF_TICKET_PAGE = 5;

    /** Asks the other side. */
    static Forecast of(Source source, int share) {
        var lists = new ArrayList<Item>();
        var all = new ArrayList<ListSpec>(Catalog.SETTINGS_LISTS);
        all.addAll(Catalog.PEOPLE_LISTS);
        all.addAll(Catalog.TICKET_LISTS);
        all.forEach(list -> lists.add(item(source, list)));
        long tickets = rows(lists, "tickets");
        long talked = Math.round(tickets * shareWithEntries(source));
        lists.add(new Item("conversations", null, talked, null));
        long calls = lists.stream().mapToLong(Item::calls).sum();
        long pages = lists.stream()
                .filter(list -> list.resource.startsWith("tickets"))
                .mapToLong(Item::calls)
                .sum();
        long credits = calls + pages * (CREDITS_OF_TICKET_PAGE - 1);
        Integer limit = source.creditsPerMinute();
        Integer ours = limit == null ? null : (Integer) Math.max(1, limit * share / 100);
        return new Forecast(
                List.copyOf(lists), calls, credits, ours, ours == null ? null : (Long) Math.ceilDiv(credits, ours));
    }

    private static long rows(List<Item> lists, String resource) {
        return lists.stream()
                .filter(list -> list.resource.equals(resource) && list.rows != null)
                .mapToLong(Item::rows)
                .sum();
    }

    private static Item item(Source source, ListSpec list) {
        try {
            long rows = list.paged()
                    ? count(source, list)
                    : source.get(list.path()).body().size();
            long pages = list.paged() ? rows / Cursor.PAGE_SIZE + 1 : 1;
            return new Item(list.resource(), rows, list.resource().equals("agents") ? pages + rows : pages, null);
        } catch (Source.Refused e) {
            return new Item(list.resource(), null, 1, e.getMessage());
        }
    }

    /** Finds the last page by leaps and then by halves. */
    private static long count(Source source, ListSpec list) {
        int full = 0;
        int beyond = 1;
        while (size(source, list, beyond) == Cursor.PAGE_SIZE) {
            full = beyond;
            beyond *= 2;
            if (full >= 300) return (long) full * Cursor.PAGE_SIZE;
            beyond = Math.min(beyond, 300);
        }
        while (beyond - full > 1) {
            int middle = (full + beyond) / 2;
            if (size(source, list, middle) == Cursor.PAGE_SIZE) full = middle;
            else beyond = middle;
        }
        return (long) full * Cursor.PAGE_SIZE + size(source, list, full + 1);
    }

    private static int size(Source source, ListSpec list, int page) {
        String path = list.path().replace("include=description,stats&", "");
        String since = list.sinceParameter() == null ? "" : list.sinceParameter() + "=1970-01-01T00:00:00Z&";
        return source.get(path + (path.contains("?") ? "&" : "?") + since + "per_page=" + Cursor.PAGE_SIZE + "&page="
                        + page)
                .body()
                .size();
    }

    /** Of the last hundred tickets, those that somebody has touched since they came. */
    private static double shareWithEntries(Source source) {
        var sample = source.get("/tickets?per_page=100&updated_since=1970-01-01T00:00:00Z")
                .body();
        if (sample.isEmpty()) return 0;
        int touched = 0;
        for (var ticket : sample) {
            if (!Catalog.isSilent(ticket)) touched++;
        }
        return (double) touched / sample.size();
    }
}
