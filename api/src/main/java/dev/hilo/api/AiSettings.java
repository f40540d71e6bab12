package dev.hilo.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What Hilo may do by itself; see {@link UpdateAiSettings}. */
public record AiSettings(
        boolean active,
        String mode,
        Long agentId,
        double gate,
        int delaySeconds,
        boolean hoursOnly,
        List<Long> excludedContacts,
        List<String> excludedTags,
        List<String> excludedWords,
        int mostPerHour,
        String handoverTag,
        Long handoverGroupId,
        List<AiTopic> topics,
        Instant updatedAt) {

    /**
     * What holds for a topic instead.
     *
     * @param topic as the insight names it, or a type of tickets
     * @param gate the account's when absent
     * @param delaySeconds the account's when absent
     */
    public record AiTopic(
            @Required @Bounds(100) String topic,

            @Required @Among({"off", "insight", "note", "composer", "delayed", "reply"})
            String mode,

            BigDecimal gate,
            Integer delaySeconds) {}
}
