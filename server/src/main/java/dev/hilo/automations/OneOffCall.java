package dev.hilo.automations;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An HTTP call that a rule wants made once.
 *
 * @param headers by name, the content's type among them
 * @param body null for none
 */
public record OneOffCall(String method, String url, JsonNode headers, String body) {}
