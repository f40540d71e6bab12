package dev.hilo.answers.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.testing.Browser;
import dev.hilo.testing.TestServer;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The suggested answer above the composer. */
class ProposalPagesTest {

    static TestServer server;
    static Browser ada;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start().withoutReceipts();
        long category = id("/solutions/categories", Map.of("name", "Help"));
        long folder = id("/solutions/categories/" + category + "/folders", Map.of("name", "Orders", "visibility", 1));
        var text = "<p>You have 30 days from delivery to return a product. Returns are free.</p>";
        var article = Map.of("title", "How do I return a product?", "description", text, "status", 2);
        id("/solutions/folders/" + folder + "/articles", article);
        var address = "<p>Open your account and choose Address. The carrier is slow about a change of the address.</p>";
        id(
                "/solutions/folders/" + folder + "/articles",
                Map.of("title", "How do I change my delivery address?", "description", address, "status", 2));
        ada = Browser.admin(server);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static long id(String path, Map<String, ?> body) {
        var created = server.admin().post(path, body);
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        return created.json().get("id").asLong();
    }

    private static long ticket(String subject, String text) {
        return id(
                "/tickets",
                Map.of(
                        "email",
                        "carla@customer.test",
                        "subject",
                        subject,
                        "description",
                        text,
                        "status",
                        2,
                        "priority",
                        1));
    }

    private static long returns() {
        return ticket("Return", "How many days do I have to return a product?");
    }

    private static Element proposed(long ticket) {
        var answer = ada.post("/tickets/" + ticket + "/proposal", Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Jsoup.parseBodyFragment(answer.body()).selectFirst(".proposal");
    }

    private static JsonNode draft(Element proposal) {
        return server.admin()
                .get("/api/hilo/v1/drafts/" + proposal.attr("data-proposal"))
                .json();
    }

    private static HttpResponse<String> write(long ticket, Element proposal, String body) {
        var form = Map.of("kind", "reply", "body", body, "proposal", proposal.attr("data-proposal"));
        return ada.post("/tickets/" + ticket + "/write", form);
    }

    @Test
    void every_sentence_shows_the_passage_behind_it_and_waits_there() {
        long ticket = returns();
        assertThat(ada.page("/tickets/" + ticket + "/proposal").strip()).isEmpty();
        var line = proposed(ticket).selectFirst(".proposal-lines li");
        assertThat(line.selectFirst("summary").text()).contains("30 days from delivery");
        assertThat(line.selectFirst(".passage").text()).contains("How do I return a product?", "Returns are free.");
        assertThat(ada.page("/tickets/" + ticket + "/proposal")).contains("30 days from delivery");
        assertThat(ada.page("/tickets/" + ticket)).contains("id=\"proposal-slot\"", "asked for an answer");
    }

    @Test
    void sent_as_it_is_or_changed_and_taken_back_it_is_known() {
        long ticket = returns();
        var proposal = proposed(ticket);
        String html = proposal.selectFirst("template").html();
        var sent = write(ticket, proposal, html);
        assertThat(draft(proposal).get("state").asText()).as(sent.body()).isEqualTo("ACCEPTED");
        assertThat(draft(proposal).get("conversation_id").isNumber()).isTrue();

        ada.post(undo(sent), Map.of());
        assertThat(draft(proposal).get("state").asText()).isEqualTo("OFFERED");

        write(ticket, proposal, html.replace("30 days", "thirty days"));
        assertThat(draft(proposal).get("state").asText()).isEqualTo("EDITED");
        assertThat(draft(proposal).get("difference").toString()).contains("\"out\":\"30\"", "\"in\":\"thirty\"");
        assertThat(ada.page("/tickets/" + ticket)).contains("changed the suggested answer and sent it");
    }

    private static String undo(HttpResponse<String> answer) {
        var found = Pattern.compile("/undo/\\w+")
                .matcher(answer.headers().firstValue("HX-Trigger").orElseThrow());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    @Test
    void it_is_refused_with_a_reason_and_passages_are_said_to_help() {
        var proposal = proposed(returns());
        String path = "/proposals/" + proposal.attr("data-proposal");
        String passage = proposal.selectFirst("[data-passage]").attr("data-passage");
        assertThat(ada.post(path + "/passages", Map.of("passage", passage, "helpful", "true"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(ada.post(path + "/passages", Map.of("passage", "none", "helpful", "true"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(ada.post(path + "/refuse", Map.of("reason", "It is out of date"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(draft(proposal).get("reason").asText()).isEqualTo("It is out of date");
    }

    @Test
    void not_knowing_is_said_with_the_reason_and_only_to_who_asked() {
        long ticket = ticket("Poem", "Please write me a poem about the sea and the autumn.");
        var proposal = proposed(ticket);
        assertThat(proposal.text()).contains("I don’t know").doesNotContain("Send as it is");
        assertThat(proposal.selectFirst(".proposal-why").text()).isNotEmpty();
        assertThat(ada.page("/tickets/" + ticket + "/proposal").strip()).isEmpty();
        var person = proposed(ticket("Help", "I want to talk to a real person, please."));
        assertThat(person.text()).contains("The customer asks for a person");
    }

    @Test
    void a_reply_may_name_any_proposal_and_goes_out_all_the_same() {
        long one = returns();
        long other = returns();
        var proposal = proposed(one);
        assertThat(write(other, proposal, "Something else").statusCode()).isEqualTo(200);
        assertThat(draft(proposal).get("state").asText()).isEqualTo("OFFERED");
    }

    @Test
    void a_sentence_that_people_take_out_twice_is_not_proposed_again() {
        for (int i = 0; i < 3; i++) {
            long ticket = ticket("Address", "How do I change my delivery address?");
            var proposal = proposed(ticket);
            assertThat(proposal.text()).as("time " + i).contains("The carrier is slow");
            var sent = write(ticket, proposal, "Open your account and choose Address.");
            if (i == 0) ada.post(undo(sent), Map.of());
        }
        var proposal = proposed(ticket("Address", "How do I change my delivery address?"));
        assertThat(proposal.text()).contains("choose Address").doesNotContain("The carrier is slow");
    }
}
