package dev.hilo.api;

import java.util.List;

/** Name, phone, mobile and job title of an agent cannot be changed here. */
public record UpdateAgent(
        @Bounds(255) Patch<String> email,
        @Among({"1", "2", "3"}) Patch<Integer> ticketScope,
        Patch<Boolean> occasional,
        @Bounds(65_536) Patch<String> signature,
        @Bounds(100) Patch<List<Long>> skillIds,
        @Bounds(1_000) Patch<List<Long>> groupIds,
        @Bounds(100) Patch<List<Long>> roleIds,
        @Bounds(1_000) Patch<List<Long>> contributionGroupIds,
        @Bounds(20) Patch<String> language,
        @Bounds(64) Patch<String> timeZone,
        Patch<Boolean> focusMode) {}
