package dev.hilo.roles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RolesApiTest {

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
    void a_new_account_has_the_default_roles() {
        var reply = server.admin().get("/roles");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().findValuesAsText("name"))
                .startsWith("Account Administrator", "Administrator", "Supervisor", "Agent", "Ticket Collaborator");
        assertThat(reply.json().get(0).properties().stream().map(e -> e.getKey()))
                .containsExactly("id", "name", "description", "default", "created_at", "updated_at", "agent_type");
    }

    @Test
    void one_role_can_be_viewed_and_an_unknown_one_is_an_empty_404() {
        var first = server.admin().get("/roles").json().get(0);

        assertThat(server.admin().get("/roles/" + first.get("id")).json()).isEqualTo(first);
        var unknown = server.admin().get("/roles/1");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text()).isEmpty();
    }
}
