package dev.hilo.customers;

import dev.hilo.api.FieldError;
import dev.hilo.api.FormText;
import dev.hilo.api.Upload;
import dev.hilo.attachments.Attachments;
import dev.hilo.attachments.Owner;
import dev.hilo.attachments.Staged;
import dev.hilo.contacts.RequesterClaim;
import dev.hilo.contacts.Requesters;
import dev.hilo.db.Database;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import dev.hilo.events.Acting;
import dev.hilo.events.Actor;
import dev.hilo.fields.Forms;
import dev.hilo.pages.Phrases;
import dev.hilo.tickets.ReceivedTickets;
import dev.hilo.web.Address;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Tickets that customers begin in the portal. */
public final class NewTickets {

    /** What the form says, checked but for the values of custom fields. */
    record Written(String subject, String description, List<Control> controls, List<Upload> files) {
        String value(String name) {
            return controls.stream()
                    .filter(control ->
                            control.name().equals(name) && !control.value().isBlank())
                    .map(Control::value)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** It cannot be taken. */
    static final class Refused extends RuntimeException {
        private final String key;
        private final String value;

        /** @param key of a phrase @param value that it names */
        Refused(String key, String value) {
            super(key);
            this.key = key;
            this.value = value;
        }

        String sentence(Phrases phrases) {
            return phrases.text(key, value);
        }
    }

    private final Database database;
    private final Attachments attachments;
    private final ReceivedTickets tickets;
    private final Forms forms;
    private final TicketFields fields;
    private final Clock clock;

    public NewTickets(Database database, Attachments attachments, ReceivedTickets tickets, Forms forms, Clock clock) {
        this.database = database;
        this.attachments = attachments;
        this.tickets = tickets;
        this.forms = forms;
        this.fields = new TicketFields(forms);
        this.clock = clock;
    }

    /** What the form asks. @param sent by the names of the controls */
    List<Control> controls(long accountId, Map<String, String> sent, Phrases phrases) {
        var products = database.read(h -> h.attach(MyTicketStore.class).products(accountId));
        return fields.controls(accountId, sent, products, phrases);
    }

    /** Who writes under an address: the contact that is known by it, or a new one, as with mail. */
    long requester(long accountId, String email, String name) {
        String said = name == null ? null : name.replaceAll("\\p{Cntrl}+", " ").strip();
        var claim = new RequesterClaim(null, email.strip(), null, null, null, null, said);
        return Acting.as(
                Actor.SYSTEM,
                "portal",
                () -> database.write(h -> {
                    if (h.attach(CustomerStore.class)
                            .isOurs(accountId, email.strip().toLowerCase(Locale.ROOT))) {
                        throw new Refused("portal.refused", email);
                    }
                    var problems = new Problems();
                    long id = Requesters.resolve(h, accountId, claim, problems, clock.instant());
                    if (id == 0) throw new Refused("portal.refused", email);
                    return id;
                }));
    }

    /** @return the id of the ticket */
    long create(long accountId, long requesterId, Written written, Address address) {
        var custom = custom(accountId, written);
        try (var staged = attachments.stage(accountId, written.files())) {
            return Acting.as(
                    Actor.customer(requesterId),
                    "portal",
                    () -> database.write(h -> write(h, accountId, requesterId, written, custom, staged, address)));
        } catch (Refusal.Invalid tooMuch) {
            throw new Refused("portal.files.large", "");
        }
    }

    private long write(
            Handle handle,
            long accountId,
            long requesterId,
            Written written,
            Map<String, Object> custom,
            Staged staged,
            Address address) {
        var now = clock.instant();
        long id = tickets.nextId(handle, accountId);
        String priority = written.value("priority");
        String product = written.value("product_id");
        var asked = new ReceivedTickets.Asked(
                requesterId,
                written.subject(),
                MyTickets.html(written.description()),
                priority == null ? null : Integer.valueOf(priority),
                written.value("type"),
                product == null ? null : Long.valueOf(product),
                custom);
        tickets.write(handle, accountId, id, asked, now);
        attachments.attach(handle, accountId, Owner.TICKET, id, id, staged, now, address);
        return id;
    }

    /** The values of custom fields as they are stored. */
    private Map<String, Object> custom(long accountId, Written written) {
        var sent = new LinkedHashMap<String, Object>();
        for (var control : written.controls()) {
            var name = control.name();
            if (!name.startsWith("custom_fields[") || control.value().isBlank()) continue;
            sent.put(name.substring("custom_fields[".length(), name.length() - 1), new FormText(control.value()));
        }
        var problems = new Problems();
        var custom = forms.ofTickets(accountId).custom().read(sent, problems);
        try {
            problems.refuse();
            return custom;
        } catch (Refusal.Invalid wrong) {
            throw new Refused("portal.invalid", labels(written, wrong));
        }
    }

    private static String labels(Written written, Refusal.Invalid wrong) {
        var names = wrong.errors.stream().map(FieldError::field).toList();
        return written.controls().stream()
                .filter(control ->
                        names.stream().anyMatch(name -> control.name().equals("custom_fields[" + name + "]")))
                .map(Control::label)
                .collect(Collectors.joining(", "));
    }
}
