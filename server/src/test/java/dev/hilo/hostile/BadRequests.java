package dev.hilo.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.web.BodyShape;
import dev.hilo.web.Route;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Several hundred ways to get a route wrong. */
final class BadRequests {

    private static final List<String> NO_IDS = List.of(
            "999999999999",
            "99999999999999999999999999",
            "9223372036854775807",
            "9223372036854775808",
            "-1",
            "1.5",
            "1e3",
            "no_such_thing",
            "%00",
            "1%00",
            "%EF%BC%91",
            "%2e%2e",
            "%2F",
            "1%2F2",
            "'or'1'='1",
            "1%20",
            "x".repeat(3000));
    private static final List<String> NO_QUERIES = List.of(
            "nobody_knows_this=1",
            "=1",
            "%00=1",
            "a%5B%5D=1",
            "%FF=1",
            "page%5B%5D=1",
            "%zz=1",
            "a=%",
            "a=%FF",
            "a=%ED%A0%80",
            "a=%C0%AF",
            "x".repeat(4000) + "=1");
    private static final List<String> NO_PAGES = List.of(
            "page=0",
            "page=-1",
            "page=1.5",
            "page=x",
            "page=",
            "page=99999999999999999999",
            "page=2147483648",
            "page=%00",
            "per_page=0",
            "per_page=101",
            "per_page=-1",
            "per_page=x",
            "per_page=",
            "per_page=1e9",
            "per_page=99999999999999999999");
    private static final List<String> NO_JSON = List.of(
            "{",
            "}",
            "[]",
            "null",
            "1",
            "\"x\"",
            "{\"a\"",
            "{\"a\":}",
            "{'a':1}",
            "{\"a\":NaN}",
            "{\"a\":01}",
            "{\"a\":1}{\"b\":2}",
            "{\"a\":1,}",
            "{\"a\":\"\u0001\"}",
            "{\"a\":\"\\x\"}",
            "{\"a\":\"\\u12\"}",
            "{} trailing",
            "undefined",
            "<xml/>",
            "a=1&b=2",
            "[".repeat(100_000),
            "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000),
            "{\"" + "k".repeat(200_000) + "\":1}",
            "{\"a\":" + "9".repeat(100_000) + "}");
    private static final List<byte[]> NO_UTF_8 = List.of(
            bytes("{\"body\":\"", 0xff, "\"}"),
            bytes("{\"body\":\"", 0xc3, "\"}"),
            bytes("{\"body\":\"", 0xed, ""),
            "{\"body\":\"x\"}".getBytes(StandardCharsets.UTF_16),
            new byte[] {0, 0, 0});
    private static final List<String> NO_TYPES = List.of(
            "application/x-www-form-urlencoded",
            "text/plain",
            "application/xml",
            "multipart/mixed; boundary=b",
            "application/jsonp",
            "json",
            "*/*",
            "application/json-patch+json");
    /** Of the fields that {@link dev.hilo.testing.World} has. */
    private static final List<String> NO_CUSTOM_VALUES = List.of(
            "{\"nobody_knows_this\":1}",
            "{\"\":1}",
            "{\"cf_kind\":\"Three\"}",
            "{\"cf_kind\":1}",
            "{\"cf_kind\":[]}",
            "{\"cf_kind\":{}}",
            "{\"cf_count\":\"x\"}",
            "{\"cf_count\":1.5}",
            "{\"cf_count\":1e30}",
            "{\"cf_count\":[1]}",
            "{\"cf_count\":true}",
            "{\"cf_price\":\"x\"}",
            "{\"cf_price\":1e39}",
            "{\"cf_price\":{}}",
            "{\"cf_day\":\"2026-02-30\"}",
            "{\"cf_day\":1}",
            "{\"cf_day\":\"+999999999-01-01\"}",
            "{\"cf_is_gift\":\"maybe\"}",
            "{\"cf_is_gift\":1}",
            "{\"cf_remark\":1}",
            "{\"cf_remark\":[]}",
            "{\"cf_remark\":\"" + "x".repeat(256) + "\"}");
    /** What a form may be wrong in; its boundary is b. */
    private static final List<String> NO_FORMS = List.of(
            part("nobody_knows_this", "x"),
            part("nobody_knows_this[]", "x"),
            part("nobody[knows]", "x"),
            part("a[b][c][d]", "x"),
            part("a[][b]", "x"),
            part("[]", "x"),
            part("[a]", "x"),
            part("a]", "x"),
            part("a[", "x"),
            part("", "x"),
            part("a", "x").replace("; name=\"a\"", ""),
            part("a", "x").replace("form-data", "attachment"),
            part("a", "x").replace("Content-Disposition", "Content-Nonsense"),
            "--b\r\n\r\nno headers\r\n--b--\r\n",
            "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nnever closed",
            "--c\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nanother boundary\r\n--c--\r\n",
            "no boundary at all",
            ("--b\r\nContent-Disposition: form-data; name=\"a\"\r\nX: " + "y".repeat(100_000)
                    + "\r\n\r\nx\r\n--b--\r\n"),
            parts(1_001));

    private final Route route;
    private final String path;
    private final List<BadRequest> all = new ArrayList<>();

    private BadRequests(Route route, String path) {
        this.route = route;
        this.path = path;
    }

    /** @param path the route's, with ids that exist */
    static List<BadRequest> of(Route route, String path, Optional<Class<?>> body) {
        var requests = new BadRequests(route, path);
        requests.paths();
        requests.queries();
        if (body.isPresent()) requests.bodies(body.get());
        else if (!route.method().matches("GET|DELETE")) requests.add("a body where none is wanted", "{\"body\":\"x\"}");
        return requests.all;
    }

    /** Every variable segment in its turn. */
    private void paths() {
        var template = route.path().split("/");
        var segments = path.split("/");
        for (int i = 0; i < template.length; i++) {
            if (!template[i].startsWith("{")) continue;
            for (var id : NO_IDS) {
                var wrong = segments.clone();
                wrong[i] = id;
                all.add(request("id " + id, String.join("/", wrong)));
            }
        }
        all.add(request("one segment too many", path + "/nobody_knows_this"));
        all.add(request("a suffix that is none", path + ".xml"));
        all.add(request("a step up", path + "/%2e%2e/%2e%2e/secret"));
    }

    /** With a body that no route takes, where one may be sent: what is tested must not be done by chance. */
    private BadRequest request(String what, String path) {
        if (route.method().matches("GET|DELETE")) return BadRequest.of(what, route.method(), path);
        return BadRequest.json(what, route.method(), path, "{\"nobody_knows_this\":1}");
    }

    private void queries() {
        for (var query : NO_QUERIES) all.add(request("query " + query, path + "?" + query));
        if (!route.isPaged()) {
            all.add(request("pages where there are none", path + "?page=1"));
            all.add(request("pages where there are none", path + "?per_page=1"));
        } else {
            for (var query : NO_PAGES) all.add(request(query, path + "?" + query));
        }
        for (var field : BodyShape.fields(route.parameters())) {
            for (var value : List.of("%00", "%FF", "%ED%A0%80")) {
                all.add(request("parameter", path + "?" + field.name() + "=" + value));
            }
            if (field.type() == String.class && !field.hasListedValues()) continue;
            for (var value :
                    List.of("no+such+value", "99999999999999999999", "1e999", "2026-02-30", "-1.5", "x".repeat(3000))) {
                all.add(request("parameter", path + "?" + field.name() + "=" + value));
            }
        }
    }

    private void bodies(Class<?> record) {
        for (var text : NO_JSON) add("no JSON", text);
        for (var bytes : NO_UTF_8) all.add(BadRequest.of("no UTF-8", route.method(), path, "application/json", bytes));
        for (var type : NO_TYPES) {
            all.add(BadRequest.of("content type", route.method(), path, type, "{}".getBytes(StandardCharsets.UTF_8)));
        }
        var form = part("nobody_knows_this", "x").getBytes(StandardCharsets.UTF_8);
        for (var type :
                List.of("multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"")) {
            all.add(BadRequest.of("no boundary", route.method(), path, type, form));
        }
        for (var text : NO_FORMS) form("form", text);
        for (var value : NO_CUSTOM_VALUES) add("custom field", "{\"custom_fields\":" + value + "}");
        add("many unknown fields", unknownFields(20_000));
        add("a known field twice, and an unknown one", "{\"name\":\"a\",\"name\":\"b\",\"nobody_knows_this\":{}}");
        for (var field : BodyShape.fields(record)) {
            for (var value : WrongValues.of(field)) {
                var json = "{\"" + field.name() + "\":" + value + "}";
                all.add(BadRequest.json("value", route.method(), path, json).naming(field.name()));
            }
            if (field.type() == JsonNode.class) continue;
            form(field.name() + " nested", part(field.name() + "[nobody_knows_this][]", "x"));
        }
    }

    private static String unknownFields(int count) {
        var text = new StringBuilder("{\"a\":1");
        for (int i = 0; i < count; i++)
            text.append(",\"nobody_knows_").append(i).append("\":1");
        return text.append('}').toString();
    }

    private void add(String what, String json) {
        all.add(BadRequest.json(what, route.method(), path, json));
    }

    private void form(String what, String text) {
        all.add(BadRequest.of(
                what, route.method(), path, "multipart/form-data; boundary=b", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String part(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n--b--\r\n";
    }

    private static String parts(int count) {
        var one = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n";
        return one.repeat(count) + "--b--\r\n";
    }

    private static byte[] bytes(String before, int odd, String after) {
        var text = before + (char) odd + after;
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
