package dev.hilo.api;

/** Says of a passage of a draft whether it helped. */
public record MarkPassage(
        @Required @Bounds(200) String passage, @Required Boolean helpful) {}
