package dev.hilo.automations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hilo.api.Json;
import dev.hilo.placeholders.Placeholder;
import dev.hilo.placeholders.Placeholders;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What customers write stays a value, wherever a call carries it. */
class WebhookActionTest {

    private static final String NASTY = "a\"b\\c&d=<e>\r\nX: y";
    private static final Placeholders VALUES = name -> name.equals("ticket.subject")
            ? Optional.of(new Placeholder(NASTY, NASTY))
            : Optional.of(Placeholder.ofText(7));

    private static OneOffCall call(Map<String, Object> more) {
        var action = new HashMap<String, Object>(Map.of("request_type", "POST", "url", "https://a.example/"));
        action.putAll(more);
        return new WebhookAction(action, VALUES).call();
    }

    @Test
    void in_the_simple_layout() throws JsonProcessingException {
        var body = call(Map.of("content", Map.of("s", "{{ticket.subject}}"))).body();

        assertThat(Json.MAPPER.readTree(body).at("/freshdesk_webhook/s").asText())
                .isEqualTo(NASTY);
    }

    @Test
    void in_a_template_of_json() throws JsonProcessingException {
        var call =
                call(Map.of("content_layout", 2, "content", "{\"id\": {{ticket.id}}, \"s\": \"{{ticket.subject}}\"}"));

        var sent = Json.MAPPER.readTree(call.body());
        assertThat(sent.get("id").asInt()).isEqualTo(7);
        assertThat(sent.get("s").asText()).isEqualTo(NASTY);
    }

    @Test
    void in_a_form_in_xml_in_the_address_and_in_headers() {
        var content = Map.of("s", "{{ticket.subject}}");
        var form = call(Map.of("content", content, "content_type", "X-FORM-URLENCODED"));
        assertThat(form.body()).isEqualTo("freshdesk_webhook%5Bs%5D=a%22b%5Cc%26d%3D%3Ce%3E%0D%0AX%3A+y");
        var xml = call(Map.of("content", content, "content_type", "XML")).body();
        assertThat(xml)
                .startsWith("<freshdesk_webhook><s>a")
                .contains("&amp;d=&lt;e&gt;")
                .doesNotContain("<e>");
        var call = call(Map.of(
                "url",
                "https://a.example/?q={{ticket.subject}}",
                "custom_headers",
                Map.of("X-Subject", "{{ticket.subject}}")));
        assertThat(call.url()).isEqualTo("https://a.example/?q=a%22b%5Cc%26d%3D%3Ce%3E%0D%0AX%3A+y");
        assertThat(call.headers().get("X-Subject").asText())
                .doesNotContain("\r")
                .doesNotContain("\n");
    }

    @Test
    void a_get_has_no_body() {
        var call = call(Map.of("request_type", "GET", "content", Map.of("s", "x"), "api_key", "k"));

        assertThat(call.body()).isNull();
        assertThat(call.headers().get("Authorization").asText()).isEqualTo("Basic azpY");
        assertThat(call.headers().has("Content-Type")).isFalse();
    }
}
