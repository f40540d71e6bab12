package dev.hilo.customers;

import dev.hilo.fields.Choice;
import dev.hilo.fields.Field;
import dev.hilo.fields.Forms;
import dev.hilo.fields.Resource;
import dev.hilo.pages.Named;
import dev.hilo.pages.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the form of a new ticket asks: the fields that the account lets its customers fill in, in their order. */
final class TicketFields {

    /** What the form asks of everybody by itself, and what only agents set. */
    private static final Set<String> ELSEWHERE = Set.of(
            "default_requester",
            "default_subject",
            "default_description",
            "default_status",
            "default_source",
            "default_source_info",
            "default_group",
            "default_agent",
            "default_company");

    private static final Map<String, String> NAMES =
            Map.of("default_ticket_type", "type", "default_priority", "priority", "default_product", "product_id");

    private final Forms forms;

    TicketFields(Forms forms) {
        this.forms = forms;
    }

    /** @param sent by the names of the controls @param products of the account */
    List<Control> controls(long accountId, Map<String, String> sent, List<Named> products, Phrases phrases) {
        var controls = new ArrayList<Control>();
        for (var field : forms.list(accountId, Resource.TICKET)) {
            if (!field.displayedToCustomers() || !field.customersCanEdit() || ELSEWHERE.contains(field.type()))
                continue;
            if (field.type().equals("nested_field")) controls.addAll(levels(field, sent));
            else controls.add(control(field, sent, products, phrases));
        }
        return controls;
    }

    private static Control control(Field field, Map<String, String> sent, List<Named> products, Phrases phrases) {
        String name = NAMES.getOrDefault(field.type(), custom(field.name()));
        return new Control(
                name,
                label(field, phrases),
                kind(field),
                field.requiredForCustomers(),
                options(field, products, phrases),
                sent.getOrDefault(name, ""));
    }

    private static String custom(String name) {
        return "custom_fields[" + name + "]";
    }

    /** In the reader's language as long as the account says it in Hilo's words. */
    private static String label(Field field, Phrases phrases) {
        String key = "portal.field." + field.name();
        boolean isOurs = field.isDefault() && field.labelForCustomers().equals(field.label());
        return isOurs && phrases.has(key) ? phrases.text(key) : field.labelForCustomers();
    }

    private static Control.Kind kind(Field field) {
        return switch (field.type()) {
            case "default_ticket_type", "default_priority", "default_product", "custom_dropdown" -> Control.Kind.CHOICE;
            case "custom_paragraph" -> Control.Kind.AREA;
            case "custom_checkbox" -> Control.Kind.CHECK;
            case "custom_number" -> Control.Kind.WHOLE;
            case "custom_decimal" -> Control.Kind.DECIMAL;
            case "custom_date" -> Control.Kind.DATE;
            default -> Control.Kind.LINE;
        };
    }

    private static List<Control.Option> options(Field field, List<Named> products, Phrases phrases) {
        return switch (field.type()) {
            case "default_product" ->
                products.stream()
                        .map(p -> new Control.Option("" + p.id(), p.name(), ""))
                        .toList();
            case "default_priority" ->
                field.offered().stream()
                        .map(c -> new Control.Option(
                                String.valueOf(c.value()), phrases.text("priority." + c.value()), ""))
                        .toList();
            case "default_ticket_type", "custom_dropdown" -> options(field.offered(), "");
            default -> List.of();
        };
    }

    private static List<Control.Option> options(List<Choice> choices, String group) {
        return choices.stream()
                .filter(choice -> !Boolean.TRUE.equals(choice.deleted()))
                .map(choice ->
                        new Control.Option(String.valueOf(choice.value()), String.valueOf(choice.value()), group))
                .toList();
    }

    /** A choice for each level, the deeper ones grouped by what they belong to. */
    private static List<Control> levels(Field field, Map<String, String> sent) {
        var controls = new ArrayList<Control>();
        String name = custom(field.name());
        controls.add(new Control(
                name,
                field.labelForCustomers(),
                Control.Kind.CHOICE,
                field.requiredForCustomers(),
                options(field.offered(), ""),
                sent.getOrDefault(name, "")));
        var above = field.offered();
        for (var level : field.dependents()) {
            var options = new ArrayList<Control.Option>();
            var next = new ArrayList<Choice>();
            for (var choice : above) {
                if (choice.choices() == null) continue;
                options.addAll(options(choice.choices(), String.valueOf(choice.value())));
                next.addAll(choice.choices());
            }
            String own = custom(level.name());
            controls.add(new Control(
                    own, level.labelForCustomers(), Control.Kind.CHOICE, false, options, sent.getOrDefault(own, "")));
            above = next;
        }
        return controls;
    }
}
