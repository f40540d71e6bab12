package dev.hilo.crm.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hilo.api.Json;
import dev.hilo.crm.Crm;
import dev.hilo.crm.hubspot.Batch.Input;
import dev.hilo.crm.hubspot.HubSpotCalls.Rejected;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** HubSpot, by the token of a private app. */
public final class HubSpot implements Crm {

    public static final String ADDRESS = "https://api.hubapi.com";

    private static final String OBJECTS = "/crm/v3/objects/";
    private static final int BATCH = 100;
    /** Of a search's answer. */
    private static final int PAGE = 200;

    private static final int MOST_PAGES = 50;

    private final HubSpotCalls calls;
    private final HubSpotNotes notes;

    public HubSpot(URI address, String token, Ticking time) {
        calls = new HubSpotCalls(address, token, time);
        notes = new HubSpotNotes(calls);
    }

    /** Where a person sees the record. @param account the number of the account there */
    public static String page(Kind kind, String account, String remoteId) {
        // The object types' ids: contacts 0-1, companies 0-2, notes 0-46.
        String type = switch (kind) {
            case CONTACT -> "0-1";
            case COMPANY -> "0-2";
            case TICKET -> "0-46";
        };
        return "https://app.hubspot.com/contacts/" + account + "/record/" + type + "/" + remoteId;
    }

    @Override
    public Home check(Set<String> ofContacts, Set<String> ofCompanies) {
        try {
            var account = calls.get("/account-info/v3/details");
            checkProperties("contacts", ofContacts);
            checkProperties("companies", ofCompanies);
            return new Home(
                    account.path("portalId").asText(), account.path("uiDomain").asText(""));
        } catch (Rejected e) {
            throw new Unavailable(e.getMessage());
        }
    }

    private void checkProperties(String objects, Set<String> wanted) throws Rejected {
        var missing = new HashSet<>(wanted);
        for (var property : calls.get("/crm/v3/properties/" + objects).path("results")) {
            boolean isReadOnly =
                    property.at("/modificationMetadata/readOnlyValue").asBoolean();
            if (!isReadOnly) missing.remove(property.path("name").asText());
        }
        if (!missing.isEmpty()) {
            throw new Unavailable("HubSpot's " + objects + " have no property that can be written named "
                    + String.join(", ", missing.stream().sorted().toList()));
        }
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public Map<String, String> find(Kind kind, List<String> keys) {
        try {
            return kind == Kind.CONTACT ? contacts(keys) : companies(keys);
        } catch (Rejected e) {
            throw new Unavailable(e.getMessage());
        }
    }

    private Map<String, String> contacts(List<String> emails) throws Rejected {
        var body = Json.MAPPER.createObjectNode().put("idProperty", "email");
        body.putArray("properties").add("email").add("hs_additional_emails");
        var inputs = body.putArray("inputs");
        emails.forEach(email -> inputs.addObject().put("id", email));
        var found = new HashMap<String, String>();
        for (var contact : calls.post(OBJECTS + "contacts/batch/read", body).path("results")) {
            String id = contact.path("id").asText();
            found.put(Batch.lower(contact.at("/properties/email")), id);
            for (String other :
                    Batch.lower(contact.at("/properties/hs_additional_emails")).split(";")) {
                found.putIfAbsent(other, id);
            }
        }
        return found;
    }

    /** A domain is no unique property there: of several companies that have it, the oldest is meant. */
    private Map<String, String> companies(List<String> domains) throws Rejected {
        var found = new HashMap<String, String>();
        for (int from = 0; from < domains.size(); from += BATCH) {
            search(domains.subList(from, Math.min(domains.size(), from + BATCH)), found);
        }
        return found;
    }

    private void search(List<String> domains, Map<String, String> found) throws Rejected {
        var body = Json.MAPPER.createObjectNode().put("limit", PAGE);
        var filter =
                body.putArray("filterGroups").addObject().putArray("filters").addObject();
        filter.put("propertyName", "domain").put("operator", "IN");
        var values = filter.putArray("values");
        domains.forEach(values::add);
        body.putArray("properties").add("domain");
        body.putArray("sorts").addObject().put("propertyName", "createdate").put("direction", "ASCENDING");
        for (int page = 0; page < MOST_PAGES; page++) {
            var answer = calls.post(OBJECTS + "companies/search", body);
            for (var company : answer.path("results")) {
                found.putIfAbsent(
                        Batch.lower(company.at("/properties/domain")),
                        company.path("id").asText());
            }
            String after = answer.at("/paging/next/after").asText("");
            if (after.isEmpty()) return;
            body.put("after", after);
        }
    }

    @Override
    public List<Outcome> put(Kind kind, List<Outgoing> records) {
        return kind == Kind.CONTACT ? putContacts(records) : putCompanies(records);
    }

    /** One that is known is changed by its id: its address may be another one by now. */
    private List<Outcome> putContacts(List<Outgoing> records) {
        var known = new ArrayList<Input>();
        var others = new ArrayList<Input>();
        for (var record : records) {
            String email = record.keys().getFirst();
            var properties = properties(record, "email");
            if (record.remoteId() != null) known.add(update(record, record.remoteId(), properties));
            else {
                var json = json(properties).put("id", email).put("idProperty", "email");
                others.add(Input.of(record.id(), null, email, json));
            }
        }
        var outcomes = updates("contacts", known);
        outcomes.addAll(new Batch(others).send(body -> calls.post(OBJECTS + "contacts/batch/upsert", body)));
        return outcomes;
    }

    private List<Outcome> putCompanies(List<Outgoing> records) {
        var domains = records.stream()
                .filter(record -> record.remoteId() == null)
                .flatMap(record -> record.keys().stream())
                .toList();
        var found = domains.isEmpty() ? Map.<String, String>of() : find(Kind.COMPANY, domains);
        var known = new ArrayList<Input>();
        var others = new ArrayList<Input>();
        for (var record : records) {
            String there = record.remoteId() != null
                    ? record.remoteId()
                    : record.keys().stream()
                            .filter(found::containsKey)
                            .findFirst()
                            .map(found::get)
                            .orElse(null);
            if (there != null) known.add(update(record, there, record.properties()));
            else {
                String domain = record.keys().getFirst();
                others.add(Input.of(record.id(), null, domain, json(properties(record, "domain"))));
            }
        }
        var outcomes = updates("companies", known);
        outcomes.addAll(new Batch(others).send(body -> calls.create(OBJECTS + "companies/batch/create", body)));
        return outcomes;
    }

    /** Two records here may be one there: a call takes each id once. */
    private List<Outcome> updates(String objects, List<Input> inputs) {
        var outcomes = new ArrayList<Outcome>();
        var left = inputs;
        while (!left.isEmpty()) {
            var ids = new HashSet<String>();
            var now = new ArrayList<Input>();
            var later = new ArrayList<Input>();
            for (var input : left) (ids.add(input.remoteId()) ? now : later).add(input);
            outcomes.addAll(new Batch(now).send(body -> calls.post(OBJECTS + objects + "/batch/update", body)));
            left = later;
        }
        return outcomes;
    }

    private static Input update(Outgoing record, String remoteId, Map<String, String> properties) {
        return Input.of(record.id(), remoteId, null, json(properties).put("id", remoteId));
    }

    private static Map<String, String> properties(Outgoing record, String key) {
        var properties = new HashMap<>(record.properties());
        properties.put(key, record.keys().getFirst());
        return properties;
    }

    private static ObjectNode json(Map<String, String> properties) {
        JsonNode values = Json.MAPPER.valueToTree(properties);
        return Json.MAPPER.createObjectNode().set("properties", values);
    }

    @Override
    public List<Outcome> note(List<Note> all) {
        return notes.write(all);
    }

    /** A pair that is refused, because one side was deleted, keeps none of the others from being made. */
    @Override
    public void associate(List<Pair> pairs) {
        if (pairs.isEmpty()) return;
        var body = Json.MAPPER.createObjectNode();
        var inputs = body.putArray("inputs");
        for (var pair : pairs) {
            var input = inputs.addObject();
            input.putObject("from").put("id", pair.contact());
            input.putObject("to").put("id", pair.company());
        }
        try {
            calls.post("/crm/v4/associations/contacts/companies/batch/associate/default", body);
        } catch (Rejected e) {
            if (pairs.size() == 1) return;
            int half = pairs.size() / 2;
            associate(pairs.subList(0, half));
            associate(pairs.subList(half, pairs.size()));
        }
    }

    @Override
    public int calls() {
        return calls.calls();
    }

    @Override
    public void close() {
        calls.close();
    }
}
