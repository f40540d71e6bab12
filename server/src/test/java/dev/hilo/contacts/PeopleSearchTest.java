package dev.hilo.contacts;

import static dev.hilo.contacts.People.withAnyCustomFields;
import static dev.hilo.testing.WireShape.assertShape;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.client.HiloClient;
import dev.hilo.client.Reply;
import dev.hilo.testing.TestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contacts and companies, found in the search language. */
class PeopleSearchTest {

    private static TestServer server;
    private static HiloClient ada;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = server.admin();
        field("contact", "Level", "custom_number");
        field("contact", "Friend", "custom_checkbox");
        field("company", "Size", "custom_number");
        var people = new People(ada);
        var borealis = Map.of(
                "name",
                "Borealis",
                "domains",
                List.of("borealis.test", "aurora.test"),
                "custom_fields",
                Map.of("size", 9));
        People.made(ada.post("/companies", borealis));
        People.made(ada.post("/companies", Map.of("name", "Cirrus")));
        people.id(Map.of(
                "name", "Anna",
                "email", "anna@borealis.test",
                "mobile", "77",
                "tags", List.of("vip"),
                "language", "es",
                "custom_fields", Map.of("level", 3, "friend", true)));
        people.id(Map.of("name", "Bert", "phone", "5", "twitter_id", "bert", "time_zone", "Madrid"));
        long gone = people.id(Map.of("name", "Gone", "phone", "5"));
        ada.delete("/contacts/" + gone);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "email:'anna@borealis.test' | Anna",
                "mobile:'77' AND tag:'vip' | Anna",
                "phone:'5' | Bert",
                "twitter_id:'bert' OR language:'es' | Bert,Anna",
                "time_zone:'Madrid' | Bert",
                "active:false | Bert,Anna",
                "active:true |",
                "company_id:null | Bert",
                "level:>2 AND friend:true | Anna",
                "created_at:>'2001-01-01' AND updated_at:<'2999-01-01' | Bert,Anna"
            })
    void contacts_are_found_newest_first(String query, String names) {
        var found = search("contacts", query).json();

        assertThat(names(found)).isEqualTo(names == null ? "" : names);
        assertThat(found.get("total").intValue()).isEqualTo(found.get("results").size());
    }

    @Test
    void what_is_found_has_the_shapes_of_the_lists() {
        var contact = search("contacts", "level:3").json().at("/results/0");
        assertShape(withAnyCustomFields(contact), "contact-item");
        var company = search("companies", "domain:'aurora.test'").json();
        assertShape(withAnyCustomFields(company.at("/results/0")), "company-item");
        assertThat(company.get("total").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "domain:'borealis.test' | Borealis",
                "size:9 | Borealis",
                "domain:null | Cirrus",
                "created_at:>'2001-01-01' | Cirrus,Borealis"
            })
    void companies_are_found(String query, String names) {
        assertThat(names(search("companies", query).json())).isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name:'Anna'", "level:'3'", "email", "active:1", "level:3 AND"})
    void what_cannot_be_asked_is_refused(String query) {
        assertThat(search("contacts", query).status()).isEqualTo(400);
        assertThat(search("companies", query).status()).isEqualTo(400);
    }

    @Test
    void pages_end_at_the_tenth_and_have_no_size() {
        assertThat(ada.get("/search/contacts?page=11&query=" + quoted("level:3"))
                        .status())
                .isEqualTo(400);
        assertThat(ada.get("/search/companies?per_page=2&query=" + quoted("size:9"))
                        .status())
                .isEqualTo(400);
        var past = ada.get("/search/contacts?page=2&query=" + quoted("level:3")).json();
        assertThat(past.get("total").intValue()).isEqualTo(1);
        assertThat(past.get("results")).isEmpty();
    }

    private static void field(String kind, String label, String type) {
        var field = kind.equals("contact")
                ? Map.of("label", label, "type", type, "label_for_customers", label)
                : Map.of("label", label, "type", type);
        People.made(ada.post("/" + kind + "_fields", field));
    }

    private static Reply search(String kind, String query) {
        return ada.get("/search/" + kind + "?query=" + quoted(query));
    }

    private static String quoted(String query) {
        return URLEncoder.encode('"' + query + '"', StandardCharsets.UTF_8);
    }

    private static String names(JsonNode found) {
        return String.join(",", found.get("results").findValuesAsText("name"));
    }
}
