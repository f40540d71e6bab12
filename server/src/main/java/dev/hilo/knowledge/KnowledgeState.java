package dev.hilo.knowledge;

import java.time.Instant;
import java.util.List;

/** How much an account knows. @param gatheredAt when all sources were last gone through; null when never */
record KnowledgeState(Instant gatheredAt, List<PassageStore.Count> sources) {}
