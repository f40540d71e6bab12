package dev.hilo.api;

import java.util.List;

/** Files that take the place of those of the same name. */
public record AddKnowledgeFiles(@Required List<Upload> files) {}
