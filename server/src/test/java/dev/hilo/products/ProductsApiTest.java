package dev.hilo.products;

import static dev.hilo.testing.WireShape.assertShape;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.accounts.TicketScope;
import dev.hilo.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProductsApiTest {

    static final String OURS = "/api/hilo/v1/products";

    static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void products_are_read_at_freshdesks_address_and_made_at_ours() {
        var created = server.admin().post(OURS, Map.of("name", "Rockets", "description", "For the moon"));

        assertThat(created.status()).isEqualTo(201);
        assertShape(created.json(), "product");
        assertThat(created.header("Location"))
                .contains(
                        server.address() + "/api/v2/products/" + created.json().get("id"));
        assertThat(server.admin().get("/products/" + created.json().get("id")).json())
                .isEqualTo(created.json());
        assertThat(server.admin().get("/products").json().findValuesAsText("name"))
                .contains("Rockets");
        assertThat(server.admin().post("/products", Map.of("name", "No")).status())
                .isEqualTo(405);
    }

    @Test
    void a_product_is_changed_and_deleted() {
        long id = server.admin()
                .post(OURS, Map.of("name", "Old"))
                .json()
                .get("id")
                .longValue();

        assertThat(server.admin()
                        .put(OURS + "/" + id, Map.of("name", "New"))
                        .json()
                        .get("name")
                        .asText())
                .isEqualTo("New");
        assertThat(server.admin().put(OURS + "/" + id, "{\"name\":null}").status())
                .isEqualTo(400);
        assertThat(server.admin().delete(OURS + "/" + id).status()).isEqualTo(204);
        assertThat(server.admin().delete(OURS + "/" + id).status()).isEqualTo(404);
        assertThat(server.admin().get("/products/" + id).status()).isEqualTo(404);
    }

    @Test
    void a_name_is_taken_once() {
        server.admin().post(OURS, Map.of("name", "Twice"));

        assertThat(server.admin().post(OURS, Map.of("name", "twice")).status()).isEqualTo(409);
        assertThat(server.admin().post(OURS, Map.of("name", " ")).status()).isEqualTo(400);
    }

    @Test
    void the_primary_address_of_a_deleted_product_is_an_address_of_none() {
        long id = server.admin()
                .post(OURS, Map.of("name", "Mailed"))
                .json()
                .get("id")
                .longValue();
        var box = server.admin()
                .post(
                        "/email/mailboxes",
                        Map.of(
                                "support_email",
                                "p@b.test",
                                "mailbox_type",
                                "freshdesk_mailbox",
                                "product_id",
                                id,
                                "default_reply_email",
                                true))
                .json();

        assertThat(server.admin().delete(OURS + "/" + id).status()).isEqualTo(204);

        var left = server.admin().get("/email/mailboxes/" + box.get("id")).json();
        assertThat(left.get("product_id").isNull()).isTrue();
        assertThat(left.get("default_reply_email").booleanValue()).isFalse();
    }

    @Test
    void administrators_alone_make_products() {
        var agent = server.agent("plain@acme.test", TicketScope.GLOBAL);

        assertThat(agent.post(OURS, Map.of("name", "x")).status()).isEqualTo(403);
        assertThat(agent.get("/products").status()).isEqualTo(403);
    }
}
