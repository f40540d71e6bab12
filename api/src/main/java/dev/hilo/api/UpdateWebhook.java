package dev.hilo.api;

import java.util.List;
import java.util.Map;

/** Changes of a subscription; see {@link CreateWebhook}. */
public record UpdateWebhook(
        @Bounds(255) Patch<String> name,
        @Bounds(2000) Patch<String> url,
        Patch<List<String>> types,
        Patch<Map<String, Object>> conditions,
        Patch<Map<String, Object>> headers,
        @Bounds(64_000) Patch<String> template,
        @Bounds(100) Patch<String> contentType,
        Patch<Boolean> active) {}
