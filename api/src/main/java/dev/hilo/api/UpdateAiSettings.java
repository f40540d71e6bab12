package dev.hilo.api;

import java.math.BigDecimal;
import java.util.List;

/**
 * What Hilo may do by itself. Nothing until it is told to.
 *
 * @param active the one switch for everything
 * @param mode {@code off}; {@code insight} only; {@code note}: a private note with a draft; {@code composer}: a draft in the
 *     composer; {@code delayed}: a reply after a while in which a person may stop it; {@code reply}
 * @param agentId in whose name notes and replies are written; needed for all modes that write
 * @param gate the confidence from which something is done, 0 to 1
 * @param delaySeconds 10 to 86,400
 * @param hoursOnly whether replies go out in working hours alone; a draft waits in the composer at other times
 * @param excludedContacts customers whose messages are left to people
 * @param excludedTags tags of tickets that are
 * @param excludedWords words of messages that are
 * @param mostPerHour things done in an hour, 0 to 10,000
 * @param handoverTag what a ticket gets that is handed to a person
 * @param handoverGroupId where it is routed to
 * @param topics what holds for a topic instead
 */
public record UpdateAiSettings(
        Patch<Boolean> active,

        @Among({"off", "insight", "note", "composer", "delayed", "reply"})
        Patch<String> mode,

        Patch<Long> agentId,
        Patch<BigDecimal> gate,
        Patch<Integer> delaySeconds,
        Patch<Boolean> hoursOnly,
        @Bounds(1000) Patch<List<Long>> excludedContacts,
        @Bounds(100) Patch<List<String>> excludedTags,
        @Bounds(200) Patch<List<String>> excludedWords,
        Patch<Integer> mostPerHour,
        @Bounds(32) Patch<String> handoverTag,
        Patch<Long> handoverGroupId,
        @Bounds(100) Patch<List<AiSettings.AiTopic>> topics) {}
