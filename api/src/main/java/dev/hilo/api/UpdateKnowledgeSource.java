package dev.hilo.api;

/** Changes of a source of knowledge; see {@link CreateKnowledgeSource}. */
public record UpdateKnowledgeSource(
        @Bounds(255) Patch<String> name,
        @Bounds(2000) Patch<String> address,
        @Bounds(255) Patch<String> place,
        @Bounds(255) Patch<String> reader,
        @Bounds(8000) Patch<String> key,
        Patch<Boolean> forCustomers,
        @Bounds(10) Patch<String> language,
        Patch<Boolean> active,
        Patch<Integer> everyHours) {}
