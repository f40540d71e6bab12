package dev.hilo.fields;

import dev.hilo.errors.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What an account's tickets may hold: its statuses, sources, types and custom fields. */
public final class TicketForm {

    private final List<Integer> statuses;
    private final Map<Integer, String> statusNames;
    private final Map<Integer, String> customersStatusNames;
    private final Set<Integer> stoppingStatuses;
    private final List<Integer> sources;
    private final List<String> types;
    private final CustomFields custom;

    TicketForm(List<Field> fields) {
        statuses = numbers(fields, "default_status");
        statusNames = choices(fields, "default_status").stream()
                .collect(Collectors.toMap(Choice::number, Choice::label, (one, other) -> one));
        customersStatusNames = choices(fields, "default_status").stream()
                .filter(choice -> choice.labelForCustomers() != null
                        && !choice.labelForCustomers().isBlank())
                .collect(Collectors.toMap(Choice::number, Choice::labelForCustomers, (one, other) -> one));
        stoppingStatuses = choices(fields, "default_status").stream()
                .filter(choice -> Boolean.TRUE.equals(choice.stopSlaTimer()))
                .map(Choice::number)
                .collect(Collectors.toSet());
        sources = numbers(fields, "default_source");
        types = choices(fields, "default_ticket_type").stream()
                .map(Choice::text)
                .toList();
        custom = new CustomFields(fields);
    }

    private static List<Choice> choices(List<Field> fields, String type) {
        var choices = new ArrayList<Choice>();
        fields.stream().filter(field -> field.type().equals(type)).forEach(field -> choices.addAll(field.offered()));
        choices.removeIf(choice -> Boolean.TRUE.equals(choice.deleted()));
        return choices;
    }

    private static List<Integer> numbers(List<Field> fields, String type) {
        return choices(fields, type).stream().map(Choice::number).sorted().toList();
    }

    public List<Integer> statusIds() {
        return statuses;
    }

    /** As agents see it; the number of a status that there is no more. */
    public String statusName(int status) {
        return statusNames.getOrDefault(status, Integer.toString(status));
    }

    /** As customers see it. */
    public String statusNameForCustomers(int status) {
        return customersStatusNames.getOrDefault(status, statusName(status));
    }

    /** Whether the time to resolution stands still in a status. */
    public boolean stopsSlaTimer(int status) {
        return stoppingStatuses.contains(status);
    }

    public List<Integer> sourceIds() {
        return sources;
    }

    public List<String> types() {
        return types;
    }

    public CustomFields custom() {
        return custom;
    }

    public Map<String, Object> full(Map<String, Object> stored) {
        return custom.full(stored);
    }

    /** The values that a ticket in a status must have: all of an agent's on creation, those of closing when done. */
    public void require(Map<String, Object> values, boolean isNew, boolean isDone, Problems problems) {
        if (isNew) custom.requireForAgents(values, problems);
        if (isDone) custom.requireForClosure(values, problems);
    }
}
