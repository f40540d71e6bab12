package dev.hilo.settings;

import static dev.hilo.testing.WireShape.assertShape;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.accounts.TicketScope;
import dev.hilo.testing.TestServer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SettingsApiTest {

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
    void an_update_of_the_email_settings_changes_what_it_names() {
        var founded = server.admin().get("/email/settings").json();
        assertShape(founded, "email-settings");
        assertThat(founded.get("personalized_email_replies").booleanValue()).isTrue();

        var changed = server.admin()
                .put("/email/settings", Map.of("personalized_email_replies", false, "email_subject_match", true))
                .json();

        assertShape(changed, "email-settings");
        assertThat(changed.get("personalized_email_replies").booleanValue()).isFalse();
        assertThat(changed.get("create_requester_using_reply_to").booleanValue())
                .isTrue();
        server.admin().put("/email/settings", Map.of("personalized_email_replies", true));
        assertThat(server.admin()
                        .get("/email/settings")
                        .json()
                        .get("email_subject_match")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void email_settings_are_truths_and_known() {
        var reply =
                server.admin().put("/email/settings", Map.of("personalized_email_replies", "yes", "use_pigeons", true));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("errors").findValuesAsText("code"))
                .containsExactlyInAnyOrder("datatype_mismatch", "invalid_field");
    }

    @Test
    void blind_copies_go_to_a_list_that_is_replaced_as_a_whole() {
        assertThat(server.admin().get("/notifications/email/bcc").text()).isEqualTo("{\"emails\":[]}");

        var reply =
                server.admin().put("/notifications/email/bcc", Map.of("emails", List.of("Archive@a.test", "b@a.test")));

        assertThat(reply.text()).isEqualTo("{\"emails\":[\"archive@a.test\",\"b@a.test\"]}");
        assertThat(server.admin().get("/notifications/email/bcc").text()).isEqualTo(reply.text());
        assertThat(server.admin()
                        .put("/notifications/email/bcc", Map.of("emails", List.of()))
                        .text())
                .isEqualTo("{\"emails\":[]}");
    }

    @Test
    void the_list_holds_addresses_of_255_characters_in_all() {
        var fit = List.of(
                "a".repeat(57) + "@b.test",
                "b".repeat(57) + "@b.test",
                "c".repeat(57) + "@b.test",
                "d".repeat(53) + "@b.test");
        assertThat(String.join(",", fit)).hasSize(255);

        assertThat(bcc(fit)).isEqualTo(200);
        assertThat(bcc(Stream.concat(fit.stream(), Stream.of("e@b.test")).toList()))
                .isEqualTo(400);
        assertThat(bcc(List.of("nobody"))).isEqualTo(400);
        assertThat(server.admin().put("/notifications/email/bcc", "{}").status())
                .isEqualTo(400);
        bcc(List.of());
    }

    @Test
    void any_agent_reads_the_languages_of_the_help_desk() {
        var agent = server.agent("reader@acme.test", TicketScope.GLOBAL);

        assertThat(agent.get("/settings/helpdesk").text())
                .isEqualTo("{\"primary_language\":\"en\",\"supported_languages\":[],\"portal_languages\":[],"
                        + "\"help_widget_languages\":[]}");
        assertThat(agent.get("/email/settings").status()).isEqualTo(403);
        assertThat(agent.get("/notifications/email/bcc").status()).isEqualTo(403);
    }

    @Test
    void an_account_tells_who_it_is_and_counts_its_agents() {
        server.admin().post("/agents", Map.of("email", "counted@acme.test", "ticket_scope", 1, "agent_type", 3));

        var account = server.admin().get("/account").json();

        assertShape(account, "account");
        assertThat(account.at("/total_agents/full_time").intValue()).isEqualTo(1);
        assertThat(account.at("/total_agents/collaborators").intValue()).isEqualTo(1);
        assertThat(account.at("/contact_person").toString())
                .isEqualTo("{\"firstname\":\"Ada\",\"lastname\":\"Admin\",\"email\":\"ada@acme.test\"}");
        assertThat(account.get("account_domain").asText())
                .isEqualTo(server.address().getAuthority());
    }

    private static int bcc(List<String> emails) {
        return server.admin()
                .put("/notifications/email/bcc", Map.of("emails", emails))
                .status();
    }
}
