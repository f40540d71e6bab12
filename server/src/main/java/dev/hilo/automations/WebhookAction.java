package dev.hilo.automations;

import java.util.List;

/** What the webhook action of a rule takes (reference §4.30). */
final class WebhookAction {

    static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
    static final List<String> CONTENT_TYPES = List.of("JSON", "XML", "X-FORM-URLENCODED");

    private WebhookAction() {}
}
