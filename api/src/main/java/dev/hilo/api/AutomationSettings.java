package dev.hilo.api;

/** @param creationRules {@code first}: a new ticket meets the first rule that fits; {@code all}: all that do */
public record AutomationSettings(
        @Required @Among({"first", "all"}) String creationRules) {}
