package dev.hilo.contacts;

import static dev.hilo.testing.WireShape.assertShape;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.client.Form;
import dev.hilo.client.HiloClient;
import dev.hilo.client.Reply;
import dev.hilo.testing.TestServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactsApiTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0};

    private static TestServer server;
    private static HiloClient ada;
    private static long borealis;
    private static long cirrus;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = server.admin();
        borealis = made(ada.post("/companies", Map.of("name", "Borealis", "domains", List.of("borealis.test"))));
        cirrus = made(ada.post("/companies", Map.of("name", "Cirrus")));
        made(ada.post(
                "/contact_fields",
                Map.of(
                        "label", "Plan",
                        "label_for_customers", "Plan",
                        "type", "custom_dropdown",
                        "choices", List.of("Free", "Paid"))));
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void a_contact_has_the_recorded_shapes() {
        var asked = new HashMap<String, Object>(Map.of(
                "name", "Bob Tree Junior",
                "email", "Bob.Tree@Shapes.test",
                "phone", "+34 600",
                "mobile", "+34 700",
                "twitter_id", "bobtree",
                "unique_external_id", "crm-1",
                "other_emails", List.of("zoe@shapes.test", "Bob2@shapes.test"),
                "company_id", borealis,
                "view_all_tickets", true));
        asked.putAll(Map.of(
                "other_companies", List.of(Map.of("company_id", cirrus, "view_all_tickets", true)),
                "address", "7, Stone Hill",
                "description", "Tall",
                "job_title", "CEO",
                "language", "es",
                "time_zone", "Madrid",
                "tags", List.of("vip", "tall"),
                "other_phone_numbers", List.of("+34 800"),
                "custom_fields", Map.of("plan", "Paid")));

        var reply = ada.post("/contacts", asked);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        var contact = reply.json();
        assertThat(reply.header("Location").orElseThrow()).endsWith("/api/v2/contacts/" + contact.get("id"));
        assertShape(contact, "contact-changed");
        assertThat(contact.get("active").booleanValue()).isFalse();
        assertThat(contact.get("email").asText()).isEqualTo("bob.tree@shapes.test");
        assertThat(contact.get("other_emails").toString()).isEqualTo("[\"zoe@shapes.test\",\"bob2@shapes.test\"]");
        assertThat(contact.get("first_name").asText()).isEqualTo("Bob Tree");
        assertThat(contact.get("last_name").asText()).isEqualTo("Junior");
        assertThat(contact.get("view_all_tickets").booleanValue()).isTrue();
        assertThat(contact.at("/other_companies/0/company_id").longValue()).isEqualTo(cirrus);
        assertThat(contact.at("/custom_fields/plan").asText()).isEqualTo("Paid");
        var view = ada.get("/contacts/" + contact.get("id")).json();
        assertShape(view, "contact-view");
        assertThat(view.get("tags").toString()).isEqualTo("[\"vip\",\"tall\"]");
        var item = ada.get("/contacts?email=bob.tree@shapes.test").json().get(0);
        assertShape(item, "contact-item");
        assertThat(item.at("/custom_fields/plan").asText()).isEqualTo("Paid");
    }

    @Test
    void what_is_not_said_is_the_accounts() {
        var contact = create(Map.of("name", "Mona", "phone", "5551"));

        assertShape(contact, "contact-changed");
        assertThat(contact.get("language").asText()).isEqualTo("en");
        assertThat(contact.get("time_zone").asText()).isEqualTo("UTC");
        assertThat(contact.get("first_name").asText()).isEqualTo("Mona");
        assertThat(contact.get("last_name").asText()).isEmpty();
        assertThat(contact.get("company_id").isNull()).isTrue();
        assertThat(contact.get("view_all_tickets").isNull()).isTrue();
        var item = ada.get("/contacts?phone=5551").json().get(0);
        assertShape(item, "contact-item-without-company");
        var mailed = create(Map.of("name", "Bora", "email", "bora@borealis.test"));
        assertThat(mailed.get("company_id").longValue()).isEqualTo(borealis);
        assertThat(mailed.get("view_all_tickets").booleanValue()).isFalse();
    }

    @Test
    void a_new_domain_takes_in_those_who_write_from_it() {
        var contact = create(Map.of("name", "Early", "email", "early@later.test"));

        long company = made(ada.post("/companies", Map.of("name", "Later", "domains", List.of("later.test"))));

        var after = ada.get("/contacts/" + contact.get("id")).json();
        assertThat(after.get("company_id").longValue()).isEqualTo(company);
        ada.delete("/companies/" + company);
        var alone = ada.get("/contacts/" + contact.get("id")).json();
        assertThat(alone.get("company_id").isNull()).isTrue();
        assertThat(alone.get("view_all_tickets").isNull()).isTrue();
    }

    @Test
    void a_contact_must_be_known_by_something() {
        var refused = ada.post("/contacts", Map.of("name", "Nobody"));
        assertThat(fault(refused, 400)).containsExactly("email", "missing_field");
        assertThat(refused.json().at("/errors/0/message").asText())
                .isEqualTo("Please fill at least 1 of the following fields: email, mobile, phone, twitter_id,"
                        + " unique_external_id");
        assertThat(fault(ada.post("/contacts", Map.of("email", "n@mail.test")), 400))
                .containsExactly("name", "missing_field");
    }

    @Test
    void all_faults_are_told_at_once() {
        var wrong = ada.post(
                "/contacts",
                Map.of(
                        "name",
                        "  ",
                        "email",
                        "nobody",
                        "other_emails",
                        List.of("x"),
                        "company_id",
                        1,
                        "language",
                        "tlh",
                        "time_zone",
                        "Mars",
                        "tags",
                        List.of("t".repeat(33)),
                        "other_companies",
                        List.of(Map.of("company_id", 2)),
                        "social_handler",
                        List.of("x"),
                        "custom_fields",
                        Map.of("plan", "Gold", "unheard_of", 1)));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder(
                        "name",
                        "email",
                        "other_emails",
                        "company_id",
                        "language",
                        "time_zone",
                        "tags",
                        "other_companies",
                        "social_handler",
                        "plan",
                        "unheard_of");
        assertThat(fault(ada.post("/contacts", Map.of("name", "x", "phone", "1", "facebook", "f")), 400))
                .containsExactly("facebook", "invalid_field");
    }

    @Test
    void what_one_contact_has_no_other_may_have() {
        var first = create(Map.of(
                "name", "First",
                "email", "first@unique.test",
                "other_emails", List.of("second@unique.test"),
                "twitter_id", "first",
                "unique_external_id", "u-1"));

        var clash = ada.post("/contacts", Map.of("name", "Other", "email", "FIRST@unique.test"));
        assertThat(clash.status()).isEqualTo(409);
        assertThat(clash.text())
                .isEqualTo(
                        "{\"description\":\"Validation failed\",\"errors\":[{\"field\":\"email\",\"message\":\"It should"
                                + " be a unique value\",\"code\":\"duplicate_value\",\"additional_info\":{\"user_id\":"
                                + first.get("id") + "}}]}");
        assertThat(fault(ada.post("/contacts", Map.of("name", "O", "email", "second@unique.test")), 409))
                .containsExactly("email", "duplicate_value");
        assertThat(fault(
                        ada.post(
                                "/contacts",
                                Map.of(
                                        "name", "O",
                                        "email", "o@unique.test",
                                        "other_emails", List.of("first@unique.test"))),
                        409))
                .containsExactly("other_emails", "duplicate_value");
        assertThat(fault(ada.post("/contacts", Map.of("name", "O", "twitter_id", "first")), 409))
                .containsExactly("twitter_id", "duplicate_value");
        assertThat(fault(ada.post("/contacts", Map.of("name", "O", "unique_external_id", "u-1")), 409))
                .containsExactly("unique_external_id", "duplicate_value");
        assertThat(fault(ada.post("/contacts", Map.of("name", "O", "email", TestServer.ADMIN)), 409))
                .containsExactly("email", "duplicate_value");
        var other = create(Map.of("name", "O", "email", "o@unique.test"));
        assertThat(fault(ada.put("/contacts/" + other.get("id"), Map.of("email", "first@unique.test")), 409))
                .containsExactly("email", "duplicate_value");
    }

    @Test
    void of_calls_that_want_the_same_email_at_once_one_gets_it() throws Exception {
        var first = Map.of("name", "Racer", "email", "race@mail.test");
        var second = Map.of("name", "Racer", "phone", "1", "other_emails", List.of("race@mail.test"));
        Callable<Integer> asFirst = () -> ada.post("/contacts", first).status();
        Callable<Integer> asOther = () -> ada.post("/contacts", second).status();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var calls = new ArrayList<>(Collections.nCopies(4, asFirst));
            calls.addAll(Collections.nCopies(4, asOther));
            assertThat(threads.invokeAll(calls))
                    .extracting(f -> f.resultNow())
                    .containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409, 409, 409);
        }
    }

    @Test
    void an_update_sets_what_it_names_and_clears_what_is_null() {
        var contact = create(Map.of(
                "name",
                "Chang Ing",
                "email",
                "chang@mail.test",
                "other_emails",
                List.of("other.chang@mail.test"),
                "phone",
                "12",
                "job_title",
                "Poet",
                "company_id",
                borealis,
                "view_all_tickets",
                true,
                "tags",
                List.of("old")));
        var path = "/contacts/" + contact.get("id");
        var change = new HashMap<String, Object>(
                Map.of("name", "Chang Ed", "email", "other.chang@mail.test", "tags", List.of("new"), "mobile", "13"));
        change.put("job_title", null);
        change.put("company_id", null);

        var changed = ada.put(path, change).json();

        assertShape(changed, "contact-changed");
        assertThat(changed.get("last_name").asText()).isEqualTo("Ed");
        assertThat(changed.get("email").asText()).isEqualTo("other.chang@mail.test");
        assertThat(changed.get("other_emails")).isEmpty();
        assertThat(changed.get("phone").asText()).isEqualTo("12");
        assertThat(changed.get("mobile").asText()).isEqualTo("13");
        assertThat(changed.get("job_title").isNull()).isTrue();
        assertThat(changed.get("company_id").isNull()).isTrue();
        assertThat(changed.get("view_all_tickets").isNull()).isTrue();
        assertThat(changed.get("tags").toString()).isEqualTo("[\"new\"]");
        assertThat(ada.patch(path, Map.of("company_id", cirrus))
                        .json()
                        .get("view_all_tickets")
                        .booleanValue())
                .isFalse();
        create(Map.of("name", "Heir", "email", "chang@mail.test"));
    }

    @Test
    void an_update_leaves_a_contact_known_by_something() {
        var contact = create(Map.of("name", "Solo", "email", "solo@mail.test"));
        var path = "/contacts/" + contact.get("id");

        assertThat(fault(ada.put(path, "{\"email\":null}"), 400)).containsExactly("email", "missing_field");
        assertThat(ada.put(path, "{\"email\":null,\"phone\":\"99\"}").status()).isEqualTo(200);
        assertThat(ada.put(path, "{\"name\":null}").status()).isEqualTo(400);
        assertThat(ada.put("/contacts/1", Map.of("name", "x")).status()).isEqualTo(404);
    }

    @Test
    void agents_are_no_contacts() {
        long me = ada.get("/agents/me").json().get("id").longValue();

        assertThat(ada.get("/contacts/" + me).status()).isEqualTo(404);
        assertThat(ada.put("/contacts/" + me, Map.of("name", "x")).status()).isEqualTo(404);
        assertThat(ada.get("/contacts?email=" + TestServer.ADMIN).json()).isEmpty();
        assertThat(ada.get("/contacts/autocomplete?term=ada").json()).isEmpty();
    }

    @Test
    void the_list_is_sorted_by_first_name() {
        for (String name : List.of("Yvo Zebra", "yvo Alpha", "Yva", "Yvo Anna Zzz")) {
            create(Map.of("name", name, "phone", "sorted"));
        }

        assertThat(ada.get("/contacts?phone=sorted").json().findValuesAsText("name"))
                .containsExactly("Yva", "Yvo Zebra", "yvo Alpha", "Yvo Anna Zzz");
        var page = ada.get("/contacts?phone=sorted&per_page=3");
        assertThat(page.json()).hasSize(3);
        assertThat(ada.get("/contacts?phone=sorted&per_page=3&page=2").json()).hasSize(1);
        assertThat(page.next()).isPresent();
    }

    @Test
    void conditions_of_the_list_add_up() {
        var a = create(Map.of(
                "name", "Filter A",
                "email", "a@filter.test",
                "other_emails", List.of("aa@filter.test"),
                "mobile", "f",
                "unique_external_id", "f-1",
                "company_id", cirrus));
        create(Map.of("name", "Filter B", "email", "b@filter.test", "mobile", "f"));
        create(Map.of(
                "name",
                "Filter C",
                "phone",
                "f",
                "company_id",
                borealis,
                "other_companies",
                List.of(Map.of("company_id", cirrus))));

        assertThat(names("mobile=f")).containsExactly("Filter A", "Filter B");
        assertThat(names("mobile=f&email=AA@filter.test")).containsExactly("Filter A");
        assertThat(names("unique_external_id=f-1")).containsExactly("Filter A");
        assertThat(names("phone=f&company_id=" + cirrus)).containsExactly("Filter C");
        assertThat(names("mobile=f&company_id=" + cirrus)).containsExactly("Filter A");
        assertThat(names("mobile=f&state=verified")).isEmpty();
        assertThat(names("mobile=f&state=unverified&contact_type=contact")).hasSize(2);
        assertThat(names("mobile=f&contact_type=visitor")).isEmpty();
        assertThat(names("mobile=f&updated_since=2999-01-01")).isEmpty();
        assertThat(names("mobile=f&_updated_since=" + a.get("updated_at").asText()))
                .hasSize(2);
        assertThat(fault(ada.get("/contacts?company_id=1"), 400)).containsExactly("company_id", "invalid_value");
        assertThat(ada.get("/contacts?state=asleep").status()).isEqualTo(400);
        assertThat(ada.get("/contacts?name=x").status()).isEqualTo(400);
    }

    @Test
    void the_look_up_takes_the_beginning_of_any_word_of_the_name() {
        var contact = create(Map.of("name", "Quentin Quartz", "email", "look@up.test"));

        for (String term : List.of("quen", "QUARTZ", "quentin%20q")) {
            assertThat(ada.get("/contacts/autocomplete?term=" + term).json().toString())
                    .isEqualTo("[{\"id\":" + contact.get("id") + ",\"name\":\"Quentin Quartz\"}]");
        }
        assertThat(ada.get("/contacts/autocomplete?term=artz").json()).isEmpty();
        assertThat(ada.get("/contacts/autocomplete?term=%25").json()).isEmpty();
    }

    @Test
    void a_picture_comes_with_a_form_and_is_fetched_without_a_log_in() throws Exception {
        var form = new Form()
                .with("name", "Pia Picture")
                .with("email", "pia@mail.test")
                .with("tags[]", "vip")
                .with("view_all_tickets", "false")
                .with("custom_fields[plan]", "Free")
                .file("avatar", "pia.png", PNG, "image/png");

        var reply = ada.post("/contacts", form);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        var contact = reply.json();
        assertShape(contact, "contact-changed");
        assertThat(contact.at("/avatar/name").asText()).isEqualTo("pia.png");
        assertThat(contact.at("/custom_fields/plan").asText()).isEqualTo("Free");
        var url = contact.at("/avatar/avatar_url").asText();
        var picture = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(picture.body()).isEqualTo(PNG);
        var path = "/contacts/" + contact.get("id");
        var other = ada.put(path, new Form().file("avatar", "new.PNG", PNG, "image/png"));
        assertThat(other.json().at("/avatar/name").asText()).isEqualTo("new.PNG");
        assertThat(ada.put(path, Map.of("phone", "1")).json().at("/avatar/name").asText())
                .isEqualTo("new.PNG");
        assertThat(ada.put(path, "{\"avatar\":null}").json().get("avatar").isNull())
                .isTrue();
    }

    @Test
    void only_small_pictures_are_taken() {
        byte[] large = new byte[(5 << 20) + 1];
        System.arraycopy(PNG, 0, large, 0, PNG.length);
        for (var form : List.of(
                picture("large.png", large),
                picture("text.png", "no picture".getBytes()),
                picture("page.html", PNG),
                picture("empty.png", new byte[0]))) {
            assertThat(fault(ada.post("/contacts", form), 400)).containsExactly("avatar", "invalid_value");
        }
        assertThat(ada.post("/contacts", Map.of("name", "x", "phone", "1", "avatar", "pia.png"))
                        .status())
                .isEqualTo(400);
        assertThat(names("phone=picture")).isEmpty();
    }

    private static Form picture(String name, byte[] bytes) {
        return new Form().with("name", "P").with("phone", "picture").file("avatar", name, bytes, "image/png");
    }

    @ParameterizedTest
    @CsvSource({"phone,phone", "company_name,company_id", "tag_names,tags"})
    void default_fields_that_agents_must_fill_in_are_asked_for(String name, String attribute) {
        var id = named(ada.get("/contact_fields").json(), name).get("id");
        ada.put("/contact_fields/" + id, Map.of("required_for_agents", true));
        try {
            assertThat(fault(ada.post("/contacts", Map.of("name", "x", "email", name + "@required.test")), 400))
                    .containsExactly(attribute, "missing_field");
        } finally {
            ada.put("/contact_fields/" + id, Map.of("required_for_agents", false));
        }
    }

    @Test
    void what_a_role_does_not_allow_is_refused() {
        var contact = create(Map.of("name", "Guarded", "phone", "1"));
        ada.post("/agents", Map.of("email", "reader@acme.test", "ticket_scope", 1, "agent_type", 3));
        var reader = server.client(server.hilo().keys().create(server.acme().accountId(), "reader@acme.test", "test"));
        assertThat(reader.get("/contacts/" + contact.get("id")).status()).isEqualTo(200);
        assertThat(reader.put("/contacts/" + contact.get("id"), Map.of("name", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(reader.post("/contacts", Map.of("name", "x", "phone", "1")).status())
                .isEqualTo(403);
    }

    private static JsonNode create(Map<String, ?> contact) {
        var reply = ada.post("/contacts", contact);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json();
    }

    private static long made(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json().get("id").longValue();
    }

    private static List<String> names(String query) {
        return ada.get("/contacts?per_page=100&" + query).json().findValuesAsText("name");
    }

    private static List<String> fault(Reply reply, int status) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.json().get("errors")).as(reply.toString()).hasSize(1);
        var error = reply.json().at("/errors/0");
        return List.of(error.get("field").asText(), error.get("code").asText());
    }

    private static JsonNode named(JsonNode list, String name) {
        for (var item : list) if (item.get("name").asText().equals(name)) return item;
        throw new AssertionError(name + " in " + list);
    }
}
