package dev.hilo.sync;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The tables of what the team has written down, and of what customers think of it. */
final class LibraryMappings {

    static final Mapping CATEGORIES =
            Mapping.of("solution_categories").idLists("visible_in_portals").build();

    static final Mapping FOLDERS = Mapping.of("solution_folders")
            .numbers("category_id parent_folder_id")
            .integer("visibility", 1)
            .idLists("company_ids contact_segment_ids company_segment_ids")
            .build();

    static final Mapping ARTICLES = Mapping.of("solution_articles")
            .numbers("folder_id")
            .integer("type", 1)
            .lists("tags")
            .integer("thumbs_up", 0)
            .integer("thumbs_down", 0)
            .integer("hits", 0)
            .integer("suggested", 0)
            .integer("feedback_count", 0)
            .build();

    static final Mapping CANNED_FOLDERS =
            Mapping.of("canned_response_folders").texts("name").build();

    static final Mapping CANNED = Mapping.of("canned_responses")
            .numbers("folder_id")
            .fullTexts("title content content_html")
            .integer("visibility", 0)
            .idLists("group_ids")
            .adjusted((wire, row) -> {
                row.put("content_html", Mappings.safe(row.path("content_html").asText()));
                row.put("content", Mappings.safe(row.path("content").asText()));
            });

    static final Mapping SURVEYS = Mapping.of("surveys")
            .fullTexts("title")
            .truths("active")
            .array("questions")
            .build();

    static final Mapping RATINGS = Mapping.of("satisfaction_ratings")
            .numbers("survey_id ticket_id user_id agent_id group_id")
            .texts("feedback")
            .object("ratings")
            .build();

    static final Mapping TIME_ENTRIES = Mapping.of("time_entries")
            .numbers("ticket_id agent_id time_spent")
            .truths("billable timer_running")
            .texts("note")
            .times("start_time executed_at")
            .adjusted((wire, row) -> {
                row.put("time_spent", seconds(wire.path("time_spent").asText("00:00")));
                if (wire.hasNonNull("time_spent_in_seconds")) row.set("time_spent", wire.get("time_spent_in_seconds"));
                for (var name : new String[] {"start_time", "executed_at"}) {
                    if (row.path(name).isNull()) row.set(name, row.get("created_at"));
                }
            });

    private LibraryMappings() {}

    private static long seconds(String hoursAndMinutes) {
        var parts = hoursAndMinutes.split(":");
        return parts.length < 2 ? 0 : Long.parseLong(parts[0]) * 3600 + Long.parseLong(parts[1]) * 60;
    }

    /** The words of a category, a folder or an article in one language. */
    static Mapping texts(String kind, String language) {
        return Mapping.of("solution_texts")
                .key("kind", "id", "language")
                .fullTexts("kind language title description description_text")
                .integers("status")
                .numbers("agent_id")
                .json("seo_data")
                .adjusted((wire, row) -> adjust(kind, language, wire, row));
    }

    private static void adjust(
            String kind, String language, com.fasterxml.jackson.databind.JsonNode wire, ObjectNode row) {
        row.put("kind", kind);
        row.put("language", language);
        if (!kind.equals("article")) row.put("title", wire.path("name").asText(""));
        row.put("description", Mappings.safe(row.path("description").asText("")));
        if (row.path("seo_data").isEmpty()) row.putNull("seo_data");
    }
}
