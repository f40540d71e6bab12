package dev.hilo.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * What a rule did to a ticket, and why.
 *
 * @param eventId the change of {@code /changes} that it answered; null for a rule of time
 * @param depth how many rules in a row led here: 0 when a person or a mail did
 * @param outcome {@code done}, {@code partly}, {@code refused}, or {@code stopped} where rules set each other off for too long
 * @param reasons {@code {"event", "conditions": […]}}, in words
 * @param actions {@code [{"action", "value", "outcome", "reason"}]}
 */
public record AutomationRun(
        long id,
        long ruleId,
        String ruleName,
        int automationTypeId,
        long ticketId,
        Long eventId,
        int depth,
        String outcome,
        JsonNode reasons,
        JsonNode actions,
        Instant createdAt) {}
