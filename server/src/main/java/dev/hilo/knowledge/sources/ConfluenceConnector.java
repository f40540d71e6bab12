package dev.hilo.knowledge.sources;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jsoup.Jsoup;

/**
 * The pages of a space of Confluence that its reader may see: of Confluence Cloud by its REST API v2, of a Data Center by
 * {@code /rest/api/content}.
 *
 * @param base such as {@code https://acme.atlassian.net/wiki}
 * @param space its key
 * @param reader e-mail address of the token's owner; null on a Data Center
 */
record ConfluenceConnector(String base, String space, String reader, String token, Fetcher fetcher)
        implements Connector {

    @Override
    public void read(Reading reading) throws SourceTrouble {
        if (reader == null) readDataCenter(reading);
        else readCloud(reading);
    }

    private Map<String, String> headers() {
        String credentials = reader == null
                ? "Bearer " + token
                : "Basic "
                        + Base64.getEncoder().encodeToString((reader + ":" + token).getBytes(StandardCharsets.UTF_8));
        return Map.of("Authorization", credentials, "Accept", "application/json");
    }

    private void readCloud(Reading reading) throws SourceTrouble {
        var spaces = fetcher.json(base + "/api/v2/spaces?keys=" + encoded(space), headers());
        var id = spaces.path("results").path(0).path("id").asText("");
        if (id.isEmpty()) throw new SourceTrouble("There is no space " + space + " that the reader may see");
        String next = base + "/api/v2/spaces/" + encoded(id) + "/pages?status=current&limit=250";
        while (next != null && !reading.isOver()) {
            var list = fetcher.json(next, headers());
            for (var page : list.path("results")) {
                String path = "/api/v2/pages/" + encoded(page.path("id").asText()) + "?body-format=view";
                var version = page.path("version");
                document(reading, list, page, version.path("createdAt"), path);
            }
            next = next(list);
        }
    }

    private void readDataCenter(Reading reading) throws SourceTrouble {
        String next =
                base + "/rest/api/content?type=page&status=current&expand=version&limit=100&spaceKey=" + encoded(space);
        while (next != null && !reading.isOver()) {
            var list = fetcher.json(next, headers());
            for (var page : list.path("results")) {
                String path = "/rest/api/content/" + encoded(page.path("id").asText()) + "?expand=body.view";
                document(reading, list, page, page.path("version").path("when"), path);
            }
            next = next(list);
        }
    }

    private void document(Reading reading, JsonNode list, JsonNode page, JsonNode changed, String path) {
        String site = list.path("_links").path("base").asText(base);
        String place = page.path("_links").path("webui").asText("");
        var found = new Found(
                page.path("id").asText(),
                page.path("version").path("number").asText("0"),
                page.path("title").asText(""),
                place.isEmpty() ? null : site + place,
                instant(changed.asText("")));
        reading.document(found, titled -> view(fetcher.json(base + path, headers())));
    }

    private static String view(JsonNode page) {
        return Texts.mainOf(
                Jsoup.parse(page.path("body").path("view").path("value").asText("")));
    }

    /** Of the same host, whatever the answer says: the token goes there. */
    private String next(JsonNode list) {
        String next = list.path("_links").path("next").asText("");
        if (next.isEmpty()) return null;
        var here = URI.create(base);
        var there = URI.create(next);
        String path = there.getRawPath() + (there.getRawQuery() == null ? "" : "?" + there.getRawQuery());
        String within = here.getRawPath() == null ? "" : here.getRawPath();
        boolean hasContext = within.isEmpty() || path.startsWith(within + "/");
        return here.getScheme() + "://" + here.getRawAuthority() + (hasContext ? "" : within) + path;
    }

    static Instant instant(String text) {
        try {
            return text.isEmpty() ? null : java.time.OffsetDateTime.parse(text).toInstant();
        } catch (java.time.DateTimeException e) {
            return null;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
