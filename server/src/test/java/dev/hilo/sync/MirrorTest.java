package dev.hilo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A Hilo that mirrors a Hilo. */
class MirrorTest {

    static Twins twins;

    @BeforeAll
    static void start() throws Exception {
        twins = new Twins();
        fill();
        twins.later();
        twins.sync();
    }

    @AfterAll
    static void stop() throws Exception {
        twins.close();
    }

    private static void fill() {
        var ada = twins.ada;
        long firm = id(ada.post("/companies", Map.of("name", "Firm", "domains", List.of("firm.test"), "note", "Big")));
        long carla = id(ada.post(
                "/contacts", Map.of("name", "Carla Customer", "email", "Carla@firm.test", "company_id", firm)));
        long gone = id(ada.post("/contacts", Map.of("name", "Gone Girl", "phone", "123")));
        ada.delete("/contacts/" + gone);
        ada.post(
                "/admin/ticket_fields",
                Map.of("type", "custom_text", "label", "Order", "label_for_customers", "Order"));
        long group =
                id(ada.post("/groups", Map.of("name", "Parcels", "agent_ids", List.of(id(ada.get("/agents/me"))))));
        for (int i = 0; i < 12; i++) {
            long ticket = id(ada.post(
                    "/tickets",
                    Map.of(
                            "requester_id",
                            carla,
                            "subject",
                            "Parcel " + i,
                            "description",
                            "<b>Where</b> is it?\n" + i,
                            "status",
                            2,
                            "priority",
                            1 + i % 4,
                            "tags",
                            List.of("a", "b"),
                            "group_id",
                            group)));
            if (i % 3 == 0) ada.post("/tickets/" + ticket + "/reply", Map.of("body", "On its way " + i));
            if (i % 4 == 0) ada.post("/tickets/" + ticket + "/notes", Map.of("body", "Note " + i));
            if (i == 10) ada.delete("/tickets/" + ticket);
        }
    }

    private static long id(dev.hilo.client.Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isBetween(200, 201);
        return reply.json().get("id").asLong();
    }

    @Test
    void all_that_is_there_is_here_field_by_field() {
        twins.assertEqual();
    }
}
