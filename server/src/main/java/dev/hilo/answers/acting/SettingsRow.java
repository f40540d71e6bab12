package dev.hilo.answers.acting;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.AiSettings;
import dev.hilo.api.AiSettings.AiTopic;
import dev.hilo.api.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What an account lets Hilo do by itself. */
public record SettingsRow(
        boolean active,
        Instant activeSince,
        Long agentId,
        String mode,
        double gate,
        int delaySeconds,
        boolean hoursOnly,
        List<Long> excludedContacts,
        List<String> excludedTags,
        List<String> excludedWords,
        int mostPerHour,
        String handoverTag,
        Long handoverGroupId,
        JsonNode topics,
        Instant updatedAt) {

    static final String COLUMNS = """
            active, active_since, agent_id, mode, gate, delay_seconds, hours_only, excluded_contacts, excluded_tags, excluded_words,
            most_per_hour, handover_tag, handover_group_id, topics, updated_at
            """;

    /** Before anybody has set anything. */
    static final SettingsRow NOTHING = new SettingsRow(
            false,
            null,
            null,
            "off",
            0.75,
            300,
            true,
            List.of(),
            List.of(),
            List.of(),
            30,
            null,
            null,
            Json.MAPPER.createArrayNode(),
            null);

    /** What holds for a topic. */
    record Rule(Mode mode, double gate, Duration delay) {}

    List<AiTopic> topicList() {
        return Json.MAPPER.convertValue(topics, new TypeReference<List<AiTopic>>() {});
    }

    /** @param names of the ticket's topic, the more exact first */
    Rule rule(List<String> names) {
        var list = topicList();
        for (String name : names) {
            for (var topic : list) {
                if (topic.topic().equalsIgnoreCase(name)) return rule(topic);
            }
        }
        return new Rule(Mode.of(mode), gate, Duration.ofSeconds(delaySeconds));
    }

    private Rule rule(AiTopic topic) {
        return new Rule(
                Mode.of(topic.mode()),
                topic.gate() == null ? gate : topic.gate().doubleValue(),
                Duration.ofSeconds(topic.delaySeconds() == null ? delaySeconds : topic.delaySeconds()));
    }

    /** Whether any message could lead to anything. */
    boolean acts() {
        return active
                && (Mode.of(mode).acts()
                        || topicList().stream().anyMatch(t -> Mode.of(t.mode()).acts()));
    }

    AiSettings view() {
        return new AiSettings(
                active,
                mode,
                agentId,
                gate,
                delaySeconds,
                hoursOnly,
                excludedContacts,
                excludedTags,
                excludedWords,
                mostPerHour,
                handoverTag,
                handoverGroupId,
                topicList(),
                updatedAt);
    }
}
