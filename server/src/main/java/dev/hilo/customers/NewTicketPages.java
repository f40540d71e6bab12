package dev.hilo.customers;

import dev.hilo.api.Bounds;
import dev.hilo.api.FormText;
import dev.hilo.api.Upload;
import dev.hilo.contacts.Emails;
import dev.hilo.sessions.Throttle;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code /help/tickets/new}: a ticket from somebody who is logged in or, where the account allows, from anybody. */
public final class NewTicketPages {

    private static final String PATH = "/help/tickets/new";

    /** What the form sends. @param email and name of somebody who is not logged in */
    public record Sent(
            @Bounds(255) String subject,
            @Bounds(60_000) String description,
            @Bounds(255) String type,
            @Bounds(20) String priority,
            @Bounds(20) String productId,
            Map<String, Object> customFields,
            List<Upload> attachments,
            @Bounds(300) String email,
            @Bounds(255) String name,
            @Bounds(100) String proof) {

        static final Sent NOTHING = new Sent(null, null, null, null, null, null, null, null, null, null);

        /** What was typed or chosen, by the names of the controls. */
        Map<String, String> values() {
            var values = new HashMap<String, String>();
            if (type != null) values.put("type", type);
            if (priority != null) values.put("priority", priority);
            if (productId != null) values.put("product_id", productId);
            if (customFields == null) return values;
            customFields.forEach((name, value) -> {
                if (value instanceof FormText typed) values.put("custom_fields[" + name + "]", typed.text());
            });
            return values;
        }
    }

    /**
     * @param customer null for somebody who is not logged in
     * @param problems sentences about the form just sent
     */
    public record FormPage(
            Customer customer,
            String subject,
            String description,
            String email,
            String name,
            List<Control> controls,
            List<String> problems) {}

    /** @param email to which the answer will go */
    public record ThanksPage(long id, String email) {}

    private final NewTickets tickets;
    private final PortalPages portal;
    private final Throttle byNetwork = new Throttle(10, Duration.ofMinutes(10));
    private final Throttle byAddress = new Throttle(5, Duration.ofHours(1));
    private final Throttle byCustomer = new Throttle(20, Duration.ofHours(1));

    public NewTicketPages(NewTickets tickets, PortalPages portal) {
        this.tickets = tickets;
        this.portal = portal;
    }

    public Answer form(Call call) {
        var customer = portal.customer(call).orElse(null);
        if (customer == null && !portal.takesAnonymous(call)) return PortalPages.toLogin(PATH);
        return show(call, 200, customer, Sent.NOTHING, List.of());
    }

    private Answer show(Call call, int status, Customer customer, Sent sent, List<String> problems) {
        var page = new FormPage(
                customer,
                orEmpty(sent.subject),
                orEmpty(sent.description),
                orEmpty(sent.email),
                orEmpty(sent.name),
                controls(call, customer, sent),
                problems);
        String title = portal.frame(call, customer).text("portal.new");
        return portal.page(status, call, customer, "help/new", title, page);
    }

    private List<Control> controls(Call call, Customer customer, Sent sent) {
        var phrases = portal.frame(call, customer).phrases();
        return tickets.controls(call.account().accountId(), sent.values(), phrases);
    }

    public Answer send(Call call) {
        var sent = call.body(Sent.class);
        var customer = portal.customer(call).orElse(null);
        if (customer != null) PortalPages.requireProof(customer, sent.proof);
        else if (!portal.takesAnonymous(call)) return PortalPages.toLogin(PATH);
        var controls = controls(call, customer, sent);
        var problems = problems(call, customer, sent, controls);
        if (!problems.isEmpty()) return show(call, 400, customer, sent, problems);
        if (isTooMuch(call, customer, sent))
            return show(call, 429, customer, sent, List.of(text(call, customer, "portal.often")));
        try {
            return customer == null ? anonymous(call, sent, controls) : known(call, customer, sent, controls);
        } catch (NewTickets.Refused why) {
            return show(
                    call,
                    400,
                    customer,
                    sent,
                    List.of(why.sentence(portal.frame(call, customer).phrases())));
        }
    }

    private Answer known(Call call, Customer customer, Sent sent, List<Control> controls) {
        long id = tickets.create(customer.accountId(), customer.id(), written(sent, controls), call.address());
        return new Answer.Redirect("/help/tickets/" + id);
    }

    private Answer anonymous(Call call, Sent sent, List<Control> controls) {
        long account = call.account().accountId();
        long requester = tickets.requester(account, sent.email, sent.name);
        long id = tickets.create(account, requester, written(sent, controls), call.address());
        String title = portal.frame(call, null).text("portal.thanks");
        return portal.page(call, null, "help/thanks", title, new ThanksPage(id, sent.email.strip()));
    }

    private static NewTickets.Written written(Sent sent, List<Control> controls) {
        return new NewTickets.Written(sent.subject.strip(), sent.description, controls, sent.attachments);
    }

    private boolean isTooMuch(Call call, Customer customer, Sent sent) {
        long account = call.account().accountId();
        if (customer != null) return !byCustomer.allows(account, "" + customer.id());
        return !byNetwork.allows(account, call.client())
                || !byAddress.allows(account, Emails.parse(sent.email).orElse(""));
    }

    private List<String> problems(Call call, Customer customer, Sent sent, List<Control> controls) {
        var phrases = portal.frame(call, customer).phrases();
        var problems = new ArrayList<String>();
        if (customer == null && (sent.email == null || !Emails.isValid(sent.email.strip()))) {
            problems.add(phrases.text("portal.login.incomplete"));
        }
        if (isBlank(sent.subject)) problems.add(phrases.text("portal.missing", phrases.text("portal.field.subject")));
        if (isBlank(sent.description))
            problems.add(phrases.text("portal.missing", phrases.text("portal.field.description")));
        String above = "";
        for (var control : controls) {
            if (control.isMissing()) problems.add(phrases.text("portal.missing", control.label()));
            if (control.isForeign(above)) problems.add(phrases.text("portal.invalid", control.label()));
            above = control.value();
        }
        return problems;
    }

    private String text(Call call, Customer customer, String key) {
        return portal.frame(call, customer).text(key);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
