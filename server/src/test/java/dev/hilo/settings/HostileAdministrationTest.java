package dev.hilo.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever is sent to the administrators' calls, the answer is one of Freshdesk's refusals and never a 500. */
class HostileAdministrationTest {

    static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "0",
            "99999999999999999999",
            "1e400",
            "1.5",
            "9223372036854775807",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\u0130@\u212a.com\"",
            "\"\u1e9e@stra\u00dfe.de\"",
            "\"%_\\\\\"",
            "[]",
            "[null]",
            "[1,1,-5]",
            "[\"x\"]",
            "[[1]]",
            "{}",
            "{\"a\":1}",
            "\"" + "x".repeat(70_000) + "\"");

    static final List<String> AGENT = List.of(
            "email",
            "ticket_scope",
            "occasional",
            "signature",
            "skill_ids",
            "group_ids",
            "role_ids",
            "contribution_group_ids",
            "agent_type",
            "language",
            "time_zone",
            "focus_mode",
            "name",
            "phone");
    static final List<String> GROUP = List.of(
            "name",
            "description",
            "escalate_to",
            "unassigned_for",
            "business_hour_id",
            "agent_ids",
            "group_type",
            "auto_ticket_assign");
    static final List<String> ADMIN_GROUP =
            List.of("name", "agent_ids", "business_calendar_id", "type", "automatic_agent_assignment", "escalate_to");
    static final List<String> MAILBOX = List.of(
            "name",
            "support_email",
            "group_id",
            "product_id",
            "default_reply_email",
            "active",
            "mailbox_type",
            "custom_mailbox");
    static final List<String> POLICY = List.of(
            "name", "description", "active", "is_default", "position", "sla_target", "applicable_to", "escalation");

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
    void bodies() {
        long group = created("/groups", "{\"name\":\"Target\"}");
        long agent = created("/agents", "{\"email\":\"target@acme.test\",\"ticket_scope\":1}");
        long box = created(
                "/email/mailboxes", "{\"support_email\":\"t@acme.test\",\"mailbox_type\":\"freshdesk_mailbox\"}");
        var random = new Random(7);

        throwAt(random, "POST", "/agents", AGENT, "\"ticket_scope\":1");
        throwAt(random, "PUT", "/agents/" + agent, AGENT, null);
        throwAt(random, "POST", "/agents/bulk", List.of("agents"), null);
        throwAt(random, "PUT", "/agents/" + agent + "/availability", List.of("channel_availability"), null);
        throwAt(random, "POST", "/groups", GROUP, "\"name\":\"G\"");
        throwAt(random, "PUT", "/groups/" + group, GROUP, null);
        throwAt(random, "POST", "/admin/groups", ADMIN_GROUP, null);
        throwAt(random, "PUT", "/admin/groups/" + group, ADMIN_GROUP, null);
        throwAt(random, "PATCH", "/admin/groups/" + group + "/agents", List.of("agents"), null);
        throwAt(random, "POST", "/email/mailboxes", MAILBOX, "\"mailbox_type\":\"freshdesk_mailbox\"");
        throwAt(random, "PUT", "/email/mailboxes/" + box, MAILBOX, null);
        throwAt(random, "PUT", "/email/settings", List.of("multiple_to", "skip_ticket_threading"), null);
        throwAt(random, "PUT", "/notifications/email/bcc", List.of("emails"), null);
        throwAt(random, "POST", "/sla_policies", POLICY, null);
        throwAt(random, "POST", "/api/hilo/v1/products", List.of("name", "description"), null);
        throwAt(random, "POST", "/account/export", List.of("date_range", "resources", "output_format"), null);
    }

    @Test
    void queries_and_paths() {
        for (String value : List.of("%00", "%ff", "%25", "-1", "99999999999999999999", "", "a%20b", "%5c", "'--")) {
            for (String path : List.of(
                    "/agents?email=",
                    "/agents?state=",
                    "/agents?page=",
                    "/agents?per_page=",
                    "/agents/autocomplete?term=",
                    "/email/mailboxes?group_id=",
                    "/email/mailboxes?active=",
                    "/email/mailboxes?support_email=",
                    "/groups?page=",
                    "/sla_policies?page=",
                    "/agents/",
                    "/groups/",
                    "/jobs/")) {
                if (path.endsWith("/") && value.startsWith("%")) continue;
                check("GET", path + value, null);
            }
        }
    }

    /** Each field alone with each value, and some fields together. */
    private static void throwAt(Random random, String method, String path, List<String> fields, String always) {
        for (String field : fields) {
            for (String value : VALUES) check(method, path, body(always, "\"" + field + "\":" + value));
        }
        for (int i = 0; i < 10; i++) {
            var parts = new ArrayList<String>();
            for (String field : fields) {
                if (random.nextBoolean()) parts.add("\"" + field + "\":" + VALUES.get(random.nextInt(VALUES.size())));
            }
            check(method, path, body(always, String.join(",", parts)));
        }
    }

    private static String body(String always, String part) {
        boolean alone = always == null || part.isEmpty();
        return "{" + (always == null ? "" : always) + (alone ? "" : ",") + part + "}";
    }

    private static void check(String method, String path, String body) {
        var reply = switch (method) {
            case "GET" -> server.admin().get(path);
            case "POST" -> server.admin().post(path, body);
            case "PUT" -> server.admin().put(path, body);
            default -> server.admin().patch(path, body);
        };
        String sent = body == null || body.length() < 300 ? body : body.substring(0, 300);
        assertThat(reply.status())
                .as(method + " " + path + " " + sent + " → " + reply)
                .isLessThan(500);
    }

    private static long created(String path, String body) {
        return server.admin().post(path, body).json().get("id").longValue();
    }
}
