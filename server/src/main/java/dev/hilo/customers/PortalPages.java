package dev.hilo.customers;

import dev.hilo.errors.Refusal;
import dev.hilo.pages.Frame;
import dev.hilo.pages.Pages;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What every page of the portal answers through: who looks, and whether a form is theirs. */
public final class PortalPages {

    private final CustomerSessions sessions;
    private final PortalSettings settings;
    private final Pages pages;

    public PortalPages(CustomerSessions sessions, PortalSettings settings, Pages pages) {
        this.sessions = sessions;
        this.settings = settings;
        this.pages = pages;
    }

    /** Whether there is a portal. */
    public boolean isOpen(Call call) {
        return settings.isOpen(call.account().accountId());
    }

    void requireOpen(Call call) {
        if (!isOpen(call)) throw new Refusal.NotFound();
    }

    boolean takesAnonymous(Call call) {
        return settings.of(call.account().accountId()).anonymousTickets();
    }

    /** The same where there may be no portal. */
    public Optional<Customer> known(Call call) {
        return call.cookie(CustomerSessions.COOKIE) != null && isOpen(call) ? customer(call) : Optional.empty();
    }

    /** Empty before the log-in. */
    Optional<Customer> customer(Call call) {
        requireOpen(call);
        String cookie = call.cookie(CustomerSessions.COOKIE);
        return cookie == null ? Optional.empty() : sessions.customer(call.account(), cookie);
    }

    /** Shows a page to a customer, or the way in. @param path where to come back to */
    Answer inside(Call call, String path, Function<Customer, Answer> page) {
        var customer = customer(call);
        return customer.isPresent() ? page.apply(customer.get()) : toLogin(path);
    }

    /** Does what a customer's form asks. @param proof that came with it */
    Answer doing(Call call, String proof, Function<Customer, Answer> work) {
        var customer = customer(call);
        if (customer.isEmpty()) return toLogin(CustomerSessions.PATH + "/tickets");
        requireProof(customer.get(), proof);
        return work.apply(customer.get());
    }

    static void requireProof(Customer customer, String proof) {
        byte[] sent = String.valueOf(proof).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(sent, customer.proof().getBytes(StandardCharsets.UTF_8))) {
            throw new Refusal.Forbidden("forged_form", "This form was not sent from a page of this log-in.");
        }
    }

    static Answer toLogin(String path) {
        return new Answer.Redirect(login(path));
    }

    private static String login(String path) {
        return CustomerSessions.PATH + "/login?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    /** Never an address of another site, nor one outside the portal. */
    static String own(String to) {
        boolean isOwn = to != null && to.length() <= 200 && to.matches("/help(/[A-Za-z0-9/_-]*)?");
        return isOwn ? to : CustomerSessions.PATH + "/tickets";
    }

    /** @param customer null for one who is not known */
    public Frame frame(Call call, Customer customer) {
        return pages.frame(call, customer == null ? null : customer.guest());
    }

    public Answer page(Call call, Customer customer, String template, String title, Object page) {
        return page(200, call, customer, template, title, page);
    }

    Answer page(int status, Call call, Customer customer, String template, String title, Object page) {
        var html = pages.forGuest(call, customer == null ? null : customer.guest(), template, title, page);
        return new Answer.Html(status, html.body(), Map.of(), List.of());
    }

    public Answer part(Call call, Customer customer, String template, Object page) {
        return pages.partForGuest(call, customer == null ? null : customer.guest(), template, page);
    }
}
