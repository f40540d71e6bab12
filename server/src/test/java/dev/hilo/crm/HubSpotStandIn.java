package dev.hilo.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hilo.api.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * HubSpot as its own description has it (developers.hubspot.com/docs/api-reference): contacts found by {@code email},
 * companies by search, notes associated with contacts, batches of 100, 100 calls in any ten seconds.
 */
public final class HubSpotStandIn implements AutoCloseable {

    static final String TOKEN = "pat-eu1-stand-in";
    static final int LIMIT = 100;
    private static final long STRETCH = 10_000;
    private static final Set<String> CONTACT = Set.of(
            "email", "hs_additional_emails", "firstname", "lastname", "phone", "mobilephone", "jobtitle", "plan");
    private static final Set<String> COMPANY = Set.of("domain", "name", "tier");
    private static final Set<String> NOTE = Set.of("hs_note_body", "hs_timestamp");

    /** An answer in place of the next call's own. @param isDone whether the call is done all the same */
    record Fault(int status, String body, Map<String, String> headers, boolean isDone) {}

    final Map<String, Map<String, String>> contacts = new LinkedHashMap<>();
    final Map<String, Map<String, String>> companies = new LinkedHashMap<>();
    final Map<String, Map<String, String>> notes = new LinkedHashMap<>();
    /** {@code contacts 101 companies 102} */
    final Set<String> associations = new HashSet<>();

    final List<String> calls = new ArrayList<>();
    final ArrayDeque<Fault> faults = new ArrayDeque<>();
    /** Below which path the faults come. */
    volatile String faulty = "/";

    int refusedByLimit;
    private final ArrayDeque<Long> times = new ArrayDeque<>();
    private final LongSupplier clock;
    private final HttpServer server;
    private int lastId = 100;

    HubSpotStandIn(LongSupplier clock) throws IOException {
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 50);
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Those that may change something. */
    List<String> writes() {
        return calls.stream()
                .filter(call -> call.matches(".*/batch/(create|update|upsert|associate/default)"))
                .toList();
    }

    String add(Map<String, Map<String, String>> objects, Map<String, String> properties) {
        String id = Integer.toString(++lastId);
        objects.put(id, new LinkedHashMap<>(properties));
        return id;
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        calls.add(exchange.getRequestMethod() + " " + path);
        try {
            if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                throw new Refused(401, "INVALID_AUTHENTICATION", "Authentication credentials not found.");
            }
            limit(exchange);
            var fault = path.contains(faulty) ? faults.poll() : null;
            if (fault == null || fault.isDone) {
                var answer = answer(path, body.isEmpty() ? null : Json.MAPPER.readTree(body));
                if (fault == null) {
                    send(exchange, answer.has("errors") ? 207 : 200, answer);
                    return;
                }
            }
            fault.headers.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            if (fault.status == 0) exchange.close();
            else send(exchange, fault.status, Json.MAPPER.readTree(fault.body));
        } catch (Refused e) {
            send(exchange, e.status, e.body);
        }
    }

    private void limit(HttpExchange exchange) {
        long now = clock.getAsLong();
        while (!times.isEmpty() && times.getFirst() <= now - STRETCH) times.removeFirst();
        var headers = exchange.getResponseHeaders();
        headers.add("X-HubSpot-RateLimit-Max", Integer.toString(LIMIT));
        headers.add("X-HubSpot-RateLimit-Interval-Milliseconds", Long.toString(STRETCH));
        if (times.size() >= LIMIT) {
            refusedByLimit++;
            throw new Refused(429, "RATE_LIMITS", "You have reached your ten_secondly_rolling limit.");
        }
        times.addLast(now);
    }

    private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private JsonNode answer(String path, JsonNode body) {
        return switch (path) {
            case "/account-info/v3/details" ->
                Json.MAPPER.createObjectNode().put("portalId", 4711).put("uiDomain", "app.hubspot.com");
            case "/crm/v3/properties/contacts" -> properties(CONTACT);
            case "/crm/v3/properties/companies" -> properties(COMPANY);
            case "/crm/v3/objects/contacts/batch/read" -> read(contacts, body);
            case "/crm/v3/objects/contacts/batch/upsert" -> upsert(body);
            case "/crm/v3/objects/contacts/batch/update" -> update(contacts, CONTACT, body);
            case "/crm/v3/objects/companies/search" -> search(body);
            case "/crm/v3/objects/companies/batch/create" -> create(companies, COMPANY, body);
            case "/crm/v3/objects/companies/batch/update" -> update(companies, COMPANY, body);
            case "/crm/v3/objects/notes/batch/create" -> create(notes, NOTE, body);
            case "/crm/v3/objects/notes/batch/update" -> update(notes, NOTE, body);
            case "/crm/v3/objects/notes/batch/read" -> read(notes, body);
            case "/crm/v4/associations/contacts/companies/batch/associate/default" -> associate(body);
            case "/crm/v4/associations/contacts/notes/batch/read" -> notesOf(body);
            default -> throw new Refused(404, "OBJECT_NOT_FOUND", "No such path");
        };
    }

    private static JsonNode properties(Set<String> names) {
        var answer = Json.MAPPER.createObjectNode();
        var results = answer.putArray("results");
        for (String name : names) {
            results.addObject()
                    .put("name", name)
                    .putObject("modificationMetadata")
                    .put("readOnlyValue", name.equals("hs_additional_emails"));
        }
        return answer;
    }

    private static JsonNode inputs(JsonNode body) {
        var inputs = body.path("inputs");
        if (!inputs.isArray() || inputs.isEmpty() || inputs.size() > 100) {
            throw new Refused(400, "VALIDATION_ERROR", "A batch has from 1 to 100 inputs");
        }
        var ids = new HashSet<String>();
        for (var input : inputs) {
            if (input.has("id") && !ids.add(input.get("id").asText()))
                throw new Refused(400, "VALIDATION_ERROR", "Duplicate IDs found in batch input");
        }
        return inputs;
    }

    private static Map<String, String> values(JsonNode input, Set<String> known) {
        var values = new LinkedHashMap<String, String>();
        input.path("properties").properties().forEach(p -> {
            if (!known.contains(p.getKey()))
                throw new Refused(400, "VALIDATION_ERROR", "Property \"" + p.getKey() + "\" does not exist");
            values.put(p.getKey(), p.getValue().asText());
        });
        if (values.getOrDefault("email", "a@b.c").endsWith(".invalid")) {
            throw new Refused(400, "VALIDATION_ERROR", "Email address " + values.get("email") + " is invalid");
        }
        return values;
    }

    private JsonNode upsert(JsonNode body) {
        var inputs = inputs(body);
        var all = new ArrayList<Map<String, String>>();
        for (var input : inputs) {
            if (!input.path("idProperty").asText().equals("email"))
                throw new Refused(400, "VALIDATION_ERROR", "non-unique property");
            all.add(values(input, CONTACT));
        }
        var results = Json.MAPPER.createArrayNode();
        for (int i = 0; i < inputs.size(); i++) {
            var values = all.get(i);
            String there = contact(inputs.get(i).path("id").asText());
            if (there == null)
                values.putIfAbsent("email", inputs.get(i).path("id").asText());
            else values.remove("email");
            String id = there == null ? add(contacts, Map.of()) : there;
            contacts.get(id).putAll(values);
            result(results, id, contacts.get(id), inputs.get(i)).put("new", there == null);
        }
        return complete(results);
    }

    private String contact(String email) {
        for (var contact : contacts.entrySet()) {
            if (email.equals(contact.getValue().get("email"))) return contact.getKey();
            String others = contact.getValue().getOrDefault("hs_additional_emails", "");
            if (List.of(others.split(";")).contains(email)) return contact.getKey();
        }
        return null;
    }

    private JsonNode create(Map<String, Map<String, String>> objects, Set<String> known, JsonNode body) {
        var all = new ArrayList<Map<String, String>>();
        for (var input : inputs(body)) all.add(values(input, known));
        var results = Json.MAPPER.createArrayNode();
        for (int i = 0; i < all.size(); i++) {
            var input = body.path("inputs").get(i);
            String id = add(objects, all.get(i));
            for (var association : input.path("associations")) {
                if (association.at("/types/0/associationTypeId").asInt() != 202)
                    throw new Refused(400, "VALIDATION_ERROR", "No such association type");
                associations.add("contacts " + association.at("/to/id").asText() + " notes " + id);
            }
            result(results, id, all.get(i), input);
        }
        return complete(results);
    }

    private static JsonNode update(Map<String, Map<String, String>> objects, Set<String> known, JsonNode body) {
        var results = Json.MAPPER.createArrayNode();
        var gone = new ArrayList<String>();
        for (var input : inputs(body)) {
            String id = input.path("id").asText();
            var values = values(input, known);
            if (!objects.containsKey(id)) gone.add(id);
            else {
                objects.get(id).putAll(values);
                result(results, id, objects.get(id), input);
            }
        }
        return withFaults(complete(results), gone);
    }

    private static JsonNode read(Map<String, Map<String, String>> objects, JsonNode body) {
        var results = Json.MAPPER.createArrayNode();
        var gone = new ArrayList<String>();
        String by = body.path("idProperty").asText("");
        for (var input : inputs(body)) {
            String wanted = input.path("id").asText();
            var found = objects.entrySet().stream()
                    .filter(o -> by.isEmpty()
                            ? o.getKey().equals(wanted)
                            : wanted.equals(o.getValue().get(by)))
                    .findFirst();
            if (found.isEmpty()) gone.add(wanted);
            else result(results, found.get().getKey(), found.get().getValue(), input);
        }
        return withFaults(complete(results), gone);
    }

    private static ObjectNode result(ArrayNode results, String id, Map<String, String> values, JsonNode input) {
        var result = results.addObject().put("id", id).put("archived", false);
        var properties = result.putObject("properties");
        values.forEach(properties::put);
        if (input.has("objectWriteTraceId"))
            result.put("objectWriteTraceId", input.get("objectWriteTraceId").asText());
        return result;
    }

    /** In another order than they were asked for: nothing promises that one. */
    private static ObjectNode complete(ArrayNode results) {
        var answer = Json.MAPPER.createObjectNode().put("status", "COMPLETE");
        var turned = answer.putArray("results");
        for (int i = results.size() - 1; i >= 0; i--) turned.add(results.get(i));
        return answer;
    }

    private static JsonNode withFaults(ObjectNode answer, List<String> gone) {
        if (gone.isEmpty()) return answer;
        var error = answer.put("numErrors", 1)
                .putArray("errors")
                .addObject()
                .put("status", "error")
                .put("category", "OBJECT_NOT_FOUND")
                .put("message", "Could not get some objects, they may be deleted or not exist.");
        var ids = error.putObject("context").putArray("ids");
        gone.forEach(ids::add);
        return answer;
    }

    private JsonNode search(JsonNode body) {
        var filter = body.at("/filterGroups/0/filters/0");
        if (!filter.path("operator").asText().equals("IN") || body.path("limit").asInt() > 200) {
            throw new Refused(400, "VALIDATION_ERROR", "There was a problem with the request.");
        }
        var wanted = new HashSet<String>();
        filter.path("values").forEach(value -> wanted.add(value.asText()));
        var results = Json.MAPPER.createArrayNode();
        companies.forEach((id, values) -> {
            if (wanted.contains(values.get("domain"))) result(results, id, values, Json.MAPPER.createObjectNode());
        });
        var answer = Json.MAPPER.createObjectNode().put("total", results.size());
        answer.set("results", results);
        return answer;
    }

    private JsonNode associate(JsonNode body) {
        for (var input : body.path("inputs")) {
            String from = input.at("/from/id").asText();
            String to = input.at("/to/id").asText();
            if (!contacts.containsKey(from) || !companies.containsKey(to))
                throw new Refused(404, "OBJECT_NOT_FOUND", "No such object");
            associations.add("contacts " + from + " companies " + to);
        }
        return complete(Json.MAPPER.createArrayNode());
    }

    private JsonNode notesOf(JsonNode body) {
        var results = Json.MAPPER.createArrayNode();
        for (var input : inputs(body)) {
            var result = results.addObject();
            result.putObject("from").put("id", input.path("id").asText());
            var to = result.putArray("to");
            String begin = "contacts " + input.path("id").asText() + " notes ";
            associations.stream()
                    .filter(a -> a.startsWith(begin))
                    .forEach(a -> to.addObject().put("toObjectId", Long.parseLong(a.substring(begin.length()))));
        }
        return complete(results);
    }

    private static final class Refused extends RuntimeException {
        final int status;
        final transient JsonNode body;

        Refused(int status, String category, String message) {
            this.status = status;
            body = Json.MAPPER
                    .createObjectNode()
                    .put("status", "error")
                    .put("message", message)
                    .put("correlationId", "aeb5f871-7f07-4993-9211-075dc63e7cbf")
                    .put("category", category);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
