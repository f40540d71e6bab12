package dev.hilo.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.accounts.TicketScope;
import dev.hilo.client.HiloClient;
import dev.hilo.testing.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WatchersTest {

    static TestServer server;
    static HiloClient ada;
    static HiloClient bob;
    static long adaId;
    static long bobId;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = server.admin();
        bob = server.agent("bob@acme.test", TicketScope.GLOBAL);
        adaId = ada.get("/agents/me").json().get("id").asLong();
        bobId = bob.get("/agents/me").json().get("id").asLong();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void an_agent_watches_and_lets_another_watch() {
        long id = server.ticket();
        assertThat(watchers(id)).isEqualTo("{\"watcher_ids\":[]}");

        assertThat(bob.post("/tickets/" + id + "/watch", Map.of()).status()).isEqualTo(204);
        assertThat(ada.post("/tickets/" + id + "/watch", Map.of("user_id", bobId))
                        .status())
                .isEqualTo(204);
        assertThat(watchers(id)).isEqualTo("{\"watcher_ids\":[" + bobId + "]}");
        assertThat(bob.get("/tickets?filter=watching").json().findValuesAsText("id"))
                .contains(String.valueOf(id));

        assertThat(ada.put("/tickets/" + id + "/unwatch").status()).isEqualTo(204);
        assertThat(watchers(id)).contains(String.valueOf(bobId));
        assertThat(bob.put("/tickets/" + id + "/unwatch").status()).isEqualTo(204);
        assertThat(watchers(id)).isEqualTo("{\"watcher_ids\":[]}");
    }

    @Test
    void many_tickets_are_watched_at_once() {
        long one = server.ticket();
        long other = server.ticket();

        assertThat(ada.put("/tickets/bulk_watch", Map.of("ids", List.of(one, other), "user_id", bobId))
                        .status())
                .isEqualTo(204);
        assertThat(ada.put("/tickets/bulk_watch", Map.of("ids", List.of(one))).status())
                .isEqualTo(204);
        assertThat(watchers(one)).contains(String.valueOf(adaId), String.valueOf(bobId));

        assertThat(bob.put("/tickets/bulk_unwatch", Map.of("ids", List.of(one, other)))
                        .status())
                .isEqualTo(204);
        assertThat(watchers(one)).isEqualTo("{\"watcher_ids\":[" + adaId + "]}");
        assertThat(watchers(other)).isEqualTo("{\"watcher_ids\":[]}");
    }

    @Test
    void unknown_agents_and_tickets_are_refused_and_nothing_is_written() {
        long id = server.ticket();

        assertThat(ada.post("/tickets/" + id + "/watch", Map.of("user_id", 1)).status())
                .isEqualTo(400);
        assertThat(ada.post("/tickets/999999/watch", Map.of()).status()).isEqualTo(404);
        assertThat(ada.get("/tickets/999999/watchers").status()).isEqualTo(404);
        assertThat(ada.put("/tickets/bulk_watch", Map.of("ids", List.of(id, 999_999)))
                        .status())
                .isEqualTo(400);
        assertThat(ada.put("/tickets/bulk_unwatch", Map.of("ids", List.of(), "user_id", bobId))
                        .status())
                .isEqualTo(400);
        assertThat(watchers(id)).isEqualTo("{\"watcher_ids\":[]}");
        ada.delete("/tickets/" + id);
        assertThat(ada.post("/tickets/" + id + "/watch", Map.of()).status()).isEqualTo(405);
    }

    private static String watchers(long id) {
        return ada.get("/tickets/" + id + "/watchers").json().toString();
    }
}
