package dev.hilo.customers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.testing.Browser;
import dev.hilo.testing.Inbox;
import dev.hilo.testing.TestServer;
import java.util.Map;
import java.util.regex.Pattern;

/** Customers who come in as they do: by the link in their mail. */
final class Customers {

    private static final Pattern PROOF = Pattern.compile("name=\"proof\" value=\"([^\"]+)\"");

    private Customers() {}

    static Browser loggedIn(TestServer server, Inbox inbox, String email) {
        var browser = new Browser(server.address());
        int before = inbox.links(email).size();
        assertThat(browser.post("/help/login", Map.of("email", email)).statusCode())
                .isEqualTo(200);
        String link = inbox.link(email, before + 1);
        var entered = browser.post("/help/enter", Map.of("link", link.substring(link.indexOf('=') + 1)));
        assertThat(entered.statusCode()).as(entered.body()).isEqualTo(303);
        return browser;
    }

    static String proof(String page) {
        var found = PROOF.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }
}
