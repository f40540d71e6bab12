package dev.hilo.fields;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.NewAccount;
import dev.hilo.api.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The fields that a new account has, in the order in which they were recorded. */
public final class DefaultFields {

    private static final JsonNode NONE = Json.MAPPER.createArrayNode();

    private final FieldStore store;
    private final long accountId;
    private final Instant now;
    private int position;

    private DefaultFields(FieldStore store, long accountId, Instant now) {
        this.store = store;
        this.accountId = accountId;
        this.now = now;
    }

    public static void found(Handle handle, long accountId, NewAccount account, Instant now) {
        var fields = new DefaultFields(handle.attach(FieldStore.class), accountId, now);
        fields.ofTickets();
        var ofPeople = new DefaultPeopleFields(handle.attach(FieldStore.class), accountId, now);
        ofPeople.ofContacts();
        ofPeople.ofCompanies();
    }

    private void ofTickets() {
        position = 0;
        ticket("requester", "Search a requester", "default_requester", "Ticket requester", true, List.of());
        ticket("subject", "Subject", "default_subject", "Ticket subject", true, List.of());
        ticket("ticket_type", "Type", "default_ticket_type", "Ticket type", false, types());
        ticket("source", "Source", "default_source", "Ticket source", false, sources());
        ticket("source_info", "Source info", "default_source_info", "Where the ticket came from", false, List.of());
        ticket("status", "Status", "default_status", "Ticket status", true, statuses());
        ticket("priority", "Priority", "default_priority", "Ticket priority", true, priorities());
        ticket("group", "Group", "default_group", "Ticket group", false, List.of());
        ticket("agent", "Agent", "default_agent", "Agent", false, List.of());
        ticket("product", "Product", "default_product", "Select the product", false, List.of());
        ticket("description", "Description", "default_description", "Ticket description", true, List.of());
        ticket("company", "Company", "default_company", "Ticket company", true, List.of());
    }

    private static List<Choice> types() {
        return numbered(List.of("Question", "Incident", "Problem", "Feature Request", "Refund"));
    }

    private static List<Choice> numbered(List<String> values) {
        var choices = new ArrayList<Choice>();
        for (String value : values) choices.add(Choice.of(value, value, choices.size() + 1));
        return choices;
    }

    private static List<Choice> sources() {
        return List.of(
                Choice.of("Email", 1, 1),
                Choice.of("Portal", 2, 2),
                Choice.of("Phone", 3, 3),
                Choice.of("Forum", 4, 4),
                Choice.of("Twitter", 5, 5),
                Choice.of("Facebook", 6, 6),
                Choice.of("Chat", 7, 7),
                Choice.of("MobiHelp", 8, 8),
                Choice.of("Feedback Widget", 9, 9),
                Choice.of("Outbound Email", 10, 10),
                Choice.of("Ecommerce", 11, 11),
                Choice.of("Bot", 12, 12),
                Choice.of("Whatsapp", 13, 13));
    }

    private static List<Choice> statuses() {
        return List.of(
                Choice.status("Open", "Being Processed", 2, 1, false),
                Choice.status("Pending", "Awaiting your Reply", 3, 2, true),
                Choice.status("Resolved", "This ticket has been Resolved", 4, 3, true),
                Choice.status("Closed", "This ticket has been Closed", 5, 4, true),
                Choice.status("Waiting on Customer", "Awaiting your Reply", 6, 5, true),
                Choice.status("Waiting on Third Party", "Being Processed", 7, 6, false));
    }

    private static List<Choice> priorities() {
        return List.of(
                Choice.of("Low", 1, 1), Choice.of("Medium", 2, 2), Choice.of("High", 3, 3), Choice.of("Urgent", 4, 4));
    }

    private void ticket(
            String name, String label, String type, String description, boolean required, List<Choice> choices) {
        boolean forCustomers = List.of("requester", "subject", "description").contains(name);
        insert(Resource.TICKET, name, label, type, description, required, forCustomers, choices);
    }

    private void insert(
            Resource resource,
            String name,
            String label,
            String type,
            String description,
            boolean required,
            boolean forCustomers,
            List<Choice> choices) {
        store.insert(
                accountId,
                new Field(
                        0,
                        resource.text(),
                        name,
                        label,
                        label,
                        description,
                        type,
                        true,
                        ++position,
                        false,
                        required,
                        forCustomers,
                        forCustomers,
                        forCustomers,
                        forCustomers,
                        false,
                        Json.MAPPER.valueToTree(choices),
                        NONE,
                        now,
                        now));
    }
}
