package dev.hilo.mailboxes;

import static dev.hilo.testing.WireShape.assertShape;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.testing.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailboxesApiTest {

    TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void a_new_account_has_a_primary_address_of_ours() {
        var mailboxes = server.admin().get("/email/mailboxes").json();

        assertThat(mailboxes).hasSize(1);
        assertShape(mailboxes.get(0), "mailbox");
        assertThat(mailboxes.at("/0/support_email").asText()).isEqualTo("support@acme.localhost");
        assertThat(mailboxes.at("/0/default_reply_email").booleanValue()).isTrue();
        assertThat(mailboxes.at("/0/active").booleanValue()).isTrue();
        var config = server.admin().get("/email_configs").json().get(0);
        assertShape(config, "email-config");
        assertThat(server.admin().get("/email_configs/" + config.get("id")).json())
                .isEqualTo(config);
    }

    @Test
    void mail_to_an_address_of_the_customers_is_forwarded_to_one_of_ours() {
        var reply = create(Map.of("name", "Help", "support_email", "Test.Email@Gmail.com"));

        assertShape(reply, "mailbox");
        assertThat(reply.get("support_email").asText()).isEqualTo("test.email@gmail.com");
        assertThat(reply.at("/freshdesk_mailbox/forward_email").asText())
                .isEqualTo("gmailcomtest.email@acme.localhost");
        assertThat(reply.get("active").booleanValue()).isFalse();
        assertThat(reply.get("default_reply_email").booleanValue()).isFalse();
        assertThat(server.admin().get("/email/mailboxes/" + reply.get("id")).json())
                .isEqualTo(reply);
        assertThat(server.admin()
                        .get("/email_configs/" + reply.get("id"))
                        .json()
                        .get("to_email")
                        .asText())
                .isEqualTo("gmailcomtest.email@acme.localhost");
    }

    @Test
    void a_custom_mailbox_shows_its_servers_without_their_passwords() {
        var box = create(custom("testemail@gmail.com"));

        assertShape(box, "custom-mailbox");
        assertThat(box.toString()).doesNotContain("s3cret").doesNotContain("password");
        assertThat(server.database()
                        .<String, RuntimeException>read(h -> h.createQuery(
                                        "select custom_mailbox::text from mailboxes where account_id = ? and id = ?")
                                .bind(0, server.acme().accountId())
                                .bind(1, box.get("id").longValue())
                                .mapTo(String.class)
                                .one()))
                .doesNotContain("s3cret");
        assertThat(box.at("/custom_mailbox/incoming/authentication").asText()).isEqualTo("plain");
    }

    @Test
    void a_custom_mailbox_needs_the_servers_that_it_uses() {
        var bare = server.admin()
                .post("/email/mailboxes", Map.of("support_email", "a@b.test", "mailbox_type", "custom_mailbox"));
        assertThat(bare.json().at("/errors/0/field").asText()).isEqualTo("custom_mailbox");

        var half = custom("a@b.test");
        half.put(
                "custom_mailbox",
                Map.of("access_type", "both", "outgoing", Map.of("mail_server", "x", "port", 0, "use_ssl", true)));
        var reply = server.admin().post("/email/mailboxes", half);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("errors").findValuesAsText("field"))
                .containsExactly("custom_mailbox.outgoing.authentication");
    }

    @Test
    void an_address_is_taken_once() {
        create(Map.of("support_email", "one@b.test"));

        var reply = server.admin()
                .post("/email/mailboxes", Map.of("support_email", "ONE@b.test", "mailbox_type", "freshdesk_mailbox"));

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.json().at("/errors/0/field").asText()).isEqualTo("support_email");
    }

    @Test
    void all_faults_are_told_at_once() {
        var reply = server.admin()
                .post(
                        "/email/mailboxes",
                        Map.of(
                                "support_email",
                                "nowhere",
                                "mailbox_type",
                                "freshdesk_mailbox",
                                "group_id",
                                1,
                                "product_id",
                                2));

        assertThat(reply.json().get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("support_email", "group_id", "product_id");
        assertThat(server.admin()
                        .post("/email/mailboxes", "{}")
                        .json()
                        .get("errors")
                        .findValuesAsText("message"))
                .containsExactly(
                        "It should be a/an String",
                        "It should be one of these values: 'freshdesk_mailbox,custom_mailbox'");
    }

    @Test
    void there_is_one_primary_address_and_it_steps_down_for_another_only() {
        long first = server.admin().get("/email/mailboxes").json().at("/0/id").longValue();
        assertThat(server.admin()
                        .put("/email/mailboxes/" + first, Map.of("default_reply_email", false))
                        .status())
                .isEqualTo(400);
        assertThat(server.admin().delete("/email/mailboxes/" + first).status()).isEqualTo(409);

        create(Map.of("support_email", "new@b.test", "default_reply_email", true));

        assertThat(server.admin()
                        .get("/email/mailboxes/" + first)
                        .json()
                        .get("default_reply_email")
                        .booleanValue())
                .isFalse();
        assertThat(server.admin().delete("/email/mailboxes/" + first).status()).isEqualTo(204);
        assertThat(server.admin().get("/email/mailboxes/" + first).status()).isEqualTo(404);
    }

    @Test
    void an_update_sets_what_it_names() {
        var box = create(custom("change@b.test"));
        long id = box.get("id").longValue();
        long group = server.admin()
                .post("/groups", Map.of("name", "Mail"))
                .json()
                .get("id")
                .longValue();

        var updated = server.admin()
                .put("/email/mailboxes/" + id, Map.of("name", "Changed", "group_id", group, "active", true))
                .json();
        assertShape(updated, "custom-mailbox");
        assertThat(updated.get("active").booleanValue()).isTrue();

        var plain = server.admin()
                .put("/email/mailboxes/" + id, Map.of("mailbox_type", "freshdesk_mailbox"))
                .json();
        assertShape(plain, "mailbox");
        assertThat(plain.get("name").asText()).isEqualTo("Changed");
        assertThat(server.admin().put("/email/mailboxes/9", Map.of("name", "x")).status())
                .isEqualTo(404);
    }

    @Test
    void the_list_has_primary_ones_first_then_by_product_and_can_be_filtered_and_ordered() {
        long product = product("P1");
        long other = product("P2");
        create(Map.of("support_email", "c@b.test", "product_id", other));
        create(Map.of("support_email", "b@b.test", "product_id", product));
        create(Map.of("support_email", "a@b.test", "product_id", other, "default_reply_email", true));

        assertThat(addresses("")).containsExactly("a@b.test", "support@acme.localhost", "b@b.test", "c@b.test");
        assertThat(addresses("?order_by=product_id&order_type=desc"))
                .containsExactly("c@b.test", "a@b.test", "b@b.test", "support@acme.localhost");
        assertThat(addresses("?product_id=" + other)).containsExactly("a@b.test", "c@b.test");
        assertThat(addresses("?support_email=B@b.test")).containsExactly("b@b.test");
        assertThat(addresses("?forward_email=btestc@acme.localhost")).containsExactly("c@b.test");
        assertThat(addresses("?active=true")).containsExactly("support@acme.localhost");
        assertThat(server.admin().get("/email/mailboxes?order_type=desc").status())
                .isEqualTo(400);
        assertThat(server.admin().get("/email/mailboxes?order_by=name").status())
                .isEqualTo(400);
        assertThat(server.admin().get("/email/mailboxes?group_id=x").status()).isEqualTo(400);
    }

    private List<String> addresses(String query) {
        return server.admin().get("/email/mailboxes" + query).json().findValuesAsText("support_email");
    }

    private long product(String name) {
        return server.admin()
                .post("/api/hilo/v1/products", Map.of("name", name))
                .json()
                .get("id")
                .longValue();
    }

    private com.fasterxml.jackson.databind.JsonNode create(Map<String, ?> more) {
        var asked = new HashMap<String, Object>(more);
        asked.putIfAbsent("mailbox_type", "freshdesk_mailbox");
        var reply = server.admin().post("/email/mailboxes", asked);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        assertThat(reply.header("Location"))
                .contains(server.address() + "/api/v2/email/mailboxes/"
                        + reply.json().get("id"));
        return reply.json();
    }

    private static Map<String, Object> custom(String address) {
        var incoming = Map.of(
                "mail_server",
                "imap.gmail.com",
                "port",
                993,
                "use_ssl",
                true,
                "delete_from_server",
                false,
                "authentication",
                "Plain",
                "user_name",
                address,
                "password",
                "s3cret");
        var outgoing = Map.of(
                "mail_server",
                "smtp.gmail.com",
                "port",
                465,
                "use_ssl",
                true,
                "authentication",
                "Plain",
                "username",
                address,
                "password",
                "s3cret");
        return new HashMap<>(Map.of(
                "name",
                "Custom",
                "support_email",
                address,
                "mailbox_type",
                "custom_mailbox",
                "custom_mailbox",
                Map.of("access_type", "both", "incoming", incoming, "outgoing", outgoing)));
    }
}
