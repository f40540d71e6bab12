package dev.hilo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hilo.api.Json;
import dev.hilo.web.Route;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An account that has at least one of everything, the ids under which routes find it, and bodies that routes take. */
public final class World {

    private static final String API = "/api/v2";

    /** What updates need; the others take an empty object. */
    private static final Map<String, String> UPDATES = Map.of(
            "/tickets/{id}/summary", "{'body':'A parcel is late.'}",
            "/api/hilo/v1/crm/hubspot", "{'token':'t','address':'http://127.0.0.1:1'}",
            "/conversations/{id}", "{'body':'b'}",
            "/admin/groups/{id}/agents", "{'agents':[]}",
            "/canned_response_folders/{id}", "{'name':'n'}",
            "/canned_response_folder/{id}", "{'name':'n'}",
            "/api/hilo/v1/ai/voice", "{'language':'en'}",
            "/api/hilo/v1/insight/settings", "{'enabled':false}",
            "/api/hilo/v1/insight/topics/{id}", "{'name':'Returns'}",
            "/api/hilo/v1/tickets/{id}/insight/topic", "{'topic_id':1}");

    private final TestServer server;
    private final RawHttp admin;
    /** By the literal segment before a variable one, such as {@code tickets}. */
    private final Map<String, String> ids = new HashMap<>();
    /** By the path below {@code /api/v2}, variables and all. */
    private final Map<String, String> bodies = new HashMap<>();

    private World(TestServer server, RawHttp admin) {
        this.server = server;
        this.admin = admin;
    }

    /** Acme's. */
    public static World of(TestServer server) {
        return of(server, new RawHttp(server.address(), server.adminKey()));
    }

    /** Makes one of everything through the API. */
    public static World of(TestServer server, RawHttp admin) {
        var world = new World(server, admin);
        world.people();
        world.tickets();
        world.fields();
        world.setUp();
        world.library();
        return world;
    }

    private void people() {
        ids.put("roles", first("/roles"));
        make("agents", "/agents", "{'email':'bob@acme.test','name':'Bob Agent','ticket_scope':1}");
        make("companies", "/companies", "{'name':'Parcel & Sons','domains':['parcel.test']}");
        make("contacts", "/contacts", "{'name':'Dora Parcel','email':'dora@parcel.test'}");
        // No record has these ids: what is asked about them is refused as not there.
        ids.put("export", "1");
        ids.put("imports", "1");
        make("groups", "/groups", "{'name':'Parcels','agent_ids':[%s]}".formatted(id("agents")));
        bodies.put("/admin/groups", "{'name':'More parcels'}");
        bodies.put("/contacts/merge", "{'primary_contact_id':1,'secondary_contact_ids':[2]}");
    }

    private void tickets() {
        var ticket = "{'email':'carla@customer.test','subject':'Where is my parcel?','description':'It has not come.',"
                + "'status':2,'priority':1}";
        make("tickets", "/tickets", ticket);
        ids.put("archived", archive(create("/tickets", ticket)));
        bodies.put("/tickets/{id}/reply", "{'body':'b'}");
        bodies.put("/tickets/{id}/notes", "{'body':'b'}");
        bodies.put("/tickets/{id}/forward", "{'body':'b','to_emails':['x@y.test']}");
        bodies.put("/tickets/{id}/reply_to_forward", "{'body':'b','to_emails':['x@y.test']}");
        bodies.put("/tickets/{id}/satisfaction_ratings", "{'ratings':{'default_question':103}}");
        var note = created("/tickets/{id}/notes", noteWithFile());
        ids.put("conversations", note.get("id").asText());
        ids.put("attachments", note.at("/attachments/0/id").asText());
        create("/tickets/{id}/reply", "{'body':'b'}");
        ids.put("outbox", admin.get("/api/hilo/v1/outbox").json().at("/0/id").asText());
        var nobodys = "Subject: whose?\r\n\r\nacme".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var held = admin.call("POST", "/api/hilo/v1/mail", Map.of("Content-Type", "message/rfc822"), nobodys);
        ids.put("quarantine", held.json().get("quarantine_id").asText());
        var bulkNote = "{'query':'status:2','note':{'body':'b'}}";
        bodies.put("/api/hilo/v1/bulk-notes", bulkNote);
        var preview = admin.json("POST", "/api/hilo/v1/bulk-notes", bulkNote.replace('\'', '"'));
        ids.put("bulk-notes", created("/bulk-notes", preview).get("id").asText());
        var draft = admin.json("POST", "/api/hilo/v1/tickets/" + id("tickets") + "/draft", "{}");
        ids.put("drafts", created("/tickets/{id}/draft", draft).get("id").asText());
        // No record has this id: what is asked about it is refused as not there.
        ids.put("actions", "1");
        bodies.put("/api/hilo/v1/drafts/{id}/edit", "{'body':'b'}");
        bodies.put("/api/hilo/v1/drafts/{id}/passages", "{'passage':'p','helpful':true}");
        var simulation = "{'last':5,'seed':1}";
        bodies.put("/api/hilo/v1/simulations", simulation);
        var drawn = admin.json("POST", "/api/hilo/v1/simulations", simulation.replace('\'', '"'));
        ids.put("simulations", created("/simulations", drawn).get("id").asText());
        ids.put("cases", "1");
        ids.put("gaps", "1");
        bodies.put("/api/hilo/v1/simulations/{id}/shadows", "{'topic':'Question'}");
        bodies.put("/api/hilo/v1/simulations/{id}/gaps/{number}/article", "{'folder_id':1}");
        var check = "{'name':'n','question':'q'}";
        bodies.put("/api/hilo/v1/simulation-checks", check);
        var saved = admin.json("POST", "/api/hilo/v1/simulation-checks", check.replace('\'', '"'));
        ids.put(
                "simulation-checks",
                created("/simulation-checks", saved).get("id").asText());
        make("time_entries", "/tickets/{id}/time_entries", "{'time_spent':'00:10'}");
        var summary = call("PUT", path("/tickets/{id}/summary"), UPDATES.get("/tickets/{id}/summary"));
        assertThat(summary.status()).as(summary.toString()).isEqualTo(200);
    }

    /** Months of rest archive a ticket; there is no call for it. */
    private String archive(String id) {
        server.database().run(h -> h.execute("update tickets set archived = true where id = ?", Long.parseLong(id)));
        return id;
    }

    private RawHttp.Answer noteWithFile() {
        var form = "--b\r\nContent-Disposition: form-data; name=\"body\"\r\n\r\nwith a file\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"attachments[]\"; filename=\"a.txt\"\r\n\r\nbytes\r\n--b--\r\n";
        return admin.call(
                "POST",
                API + path("/tickets/{id}/notes"),
                Map.of("Content-Type", "multipart/form-data; boundary=b"),
                form.getBytes(StandardCharsets.UTF_8));
    }

    private void fields() {
        var kind = "{'label':'Kind','label_for_customers':'Kind','type':'custom_dropdown',"
                + "'choices':[{'value':'One','position':1},{'value':'Two','position':2}]}";
        bodies.put("/admin/ticket_fields", kind);
        var field = created("/admin/ticket_fields", call("POST", "/admin/ticket_fields", kind));
        ids.put("ticket_fields", field.get("id").asText());
        make(
                "sections",
                "/admin/ticket_fields/{id}/sections",
                "{'label':'More','choice_ids':[%s]}".formatted(field.at("/choices/0/id")));
        for (var more : List.of("number Count", "decimal Price", "date Day", "checkbox Is gift", "text Remark")) {
            var label = more.substring(more.indexOf(' ') + 1);
            var type = "custom_" + more.substring(0, more.indexOf(' '));
            create(
                    "/admin/ticket_fields",
                    "{'label':'%1$s','label_for_customers':'%1$s','type':'%2$s'}".formatted(label, type));
        }
        make(
                "contact_fields",
                "/contact_fields",
                "{'label':'Nickname','label_for_customers':'Nickname','type':'custom_text'}");
        ids.put("contact_field", id("contact_fields"));
        make("company_fields", "/company_fields", "{'label':'Motto','type':'custom_text'}");
        ids.put("company_field", id("company_fields"));
    }

    private void setUp() {
        ids.put("business_hours", first("/business_hours"));
        ids.put("sla_policies", first("/sla_policies"));
        ids.put("notification-templates", "assigned");
        ids.put("mailboxes", first("/email/mailboxes"));
        ids.put("email_configs", id("mailboxes"));
        ids.put("automations", "1");
        ids.put("quarantine", "1");
        ids.put("links", Long.toString(server.acme().accountId()));
        ids.put("reports", "1");
        ids.put("outgoing", "1");
        ids.put("push", "t0ken");
        bodies.put("/api/hilo/v1/links", "{'domain':'http://127.0.0.1:1','key':'k'}");
        var export = "{'name':'Warehouse','kind':'csv','active':false}";
        bodies.put("/api/hilo/v1/exports", export);
        var exported = admin.json("POST", "/api/hilo/v1/exports", export.replace("'", "\""));
        ids.put("exports", created("/exports", exported).get("id").asText());
        var source = "{'kind':'files','name':'Manuals'}";
        bodies.put("/api/hilo/v1/knowledge/sources", source);
        var papers = admin.json("POST", "/api/hilo/v1/knowledge/sources", source.replace("'", "\""));
        ids.put("sources", created("/knowledge/sources", papers).get("id").asText());
        ids.put("documents", "1");
        var webhook = "{'name':'CRM','url':'https://crm.example.com/hook','types':['ticket.created'],'active':false}";
        bodies.put("/api/hilo/v1/webhooks", webhook);
        var subscribed = admin.json("POST", "/api/hilo/v1/webhooks", webhook.replace("'", "\""));
        ids.put("webhooks", created("/webhooks", subscribed).get("id").asText());
        bodies.put(
                "/api/hilo/v1/automations/dry-run",
                "{'automation_type_id':1,'conditions':[{'name':'condition_set_1','match_type':'all','properties':["
                        + "{'resource_type':'ticket','field_name':'priority','operator':'in','value':[4]}]}],"
                        + "'actions':[{'field_name':'delete_ticket'}]}");
        make(
                "rules",
                "/automations/{type}/rules",
                "{'name':'Urgent','conditions':[{'name':'condition_set_1','match_type':'all','properties':["
                        + "{'resource_type':'ticket','field_name':'priority','operator':'in','value':[4]}]}],"
                        + "'actions':[{'field_name':'add_tag','value':['urgent']}]}");
        bodies.put("/email/mailboxes", "{'name':'m','support_email':'m@acme.test','mailbox_type':'freshdesk_mailbox'}");
        var product = admin.json("POST", "/api/hilo/v1/products", "{\"name\":\"Boots\"}");
        ids.put("products", created("/products", product).get("id").asText());
        var topic = "{'name':'Returns','description':'Sending something back','examples':['How do I return it?']}";
        bodies.put("/api/hilo/v1/insight/topics", topic);
        var named = admin.json("POST", "/api/hilo/v1/insight/topics", topic.replace('\'', '"'));
        ids.put("topics", created("/insight/topics", named).get("id").asText());
        ids.put("classifiers", "1");
        bodies.put("/api/hilo/v1/insight/read", "{'text':'Where is my order 4711?'}");
        var bulk = call("POST", "/agents/bulk", "{'agents':[{'email':'eve@acme.test','ticket_scope':1}]}");
        ids.put("jobs", bulk.json().get("job_id").asText());
    }

    private void library() {
        make("categories", "/solutions/categories", "{'name':'Shipping'}");
        make("folders", "/solutions/categories/{id}/folders", "{'name':'Returns'}");
        var article = "{'title':'How to return a parcel','description':'Print the label.','status':2}";
        make("articles", "/solutions/folders/{id}/articles", article);
        make("es category", "/solutions/categories/{id}/{lang}", "{'name':'Envíos'}");
        make("es folder", "/solutions/folders/{id}/{lang}", "{'name':'Devoluciones'}");
        make("es article", "/solutions/articles/{id}/{lang}", article);
        make("canned_response_folders", "/canned_response_folders", "{'name':'Deliveries'}");
        ids.put("canned_response_folder", id("canned_response_folders"));
        make(
                "canned_responses",
                "/canned_responses",
                "{'title':'On its way','content_html':'Dear','folder_id':%s,'visibility':0}"
                        .formatted(id("canned_response_folders")));
    }

    /** Creates a record, and remembers its id and the body it was made of. */
    private void make(String noun, String path, String body) {
        bodies.put(path, body);
        ids.put(noun, create(path, body));
    }

    private String create(String path, String body) {
        return created(path, call("POST", path(path), body)).get("id").asText();
    }

    private RawHttp.Answer call(String method, String path, String body) {
        return admin.json(method, API + path, body.replace('\'', '"'));
    }

    private static JsonNode created(String path, RawHttp.Answer answer) {
        assertThat(answer.status()).as(path + " " + answer).isEqualTo(201);
        return answer.json();
    }

    private String first(String path) {
        return admin.get(API + path).json().at("/0/id").asText();
    }

    public String id(String noun) {
        var id = ids.get(noun);
        assertThat(id).as("an id for " + noun).isNotNull();
        return id;
    }

    /** Those that no other account can have: all but the small numbers of tickets. */
    public List<String> globalIds() {
        return ids.values().stream()
                .filter(id -> id.matches("\\d{10,}"))
                .distinct()
                .toList();
    }

    /** A route's path with ids that exist. */
    public String path(String template) {
        var segments = template.split("/");
        for (int i = 1; i < segments.length; i++) {
            if (segments[i].equals("{lang}")) segments[i] = "es";
            else if (segments[i].startsWith("{")) segments[i] = id(segments[i - 1]);
        }
        return String.join("/", segments);
    }

    /** What the route takes, as far as that is known here; an empty object otherwise. */
    public String body(Route route) {
        var template = route.path().replaceFirst("^/api/v2", "");
        var known = route.method().equals("POST") ? bodies.get(template) : UPDATES.get(template);
        return known == null ? "{}" : known.replace('\'', '"');
    }

    /** The same with one field set. @param value as JSON */
    public String body(Route route, String field, String value) {
        try {
            var body = (ObjectNode) Json.MAPPER.readTree(body(route));
            return body.set(field, Json.MAPPER.readTree(value)).toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Whether a body is known that the route takes. */
    public boolean knows(Route route) {
        return route.method().matches("GET|DELETE|PUT") || !body(route).equals("{}");
    }
}
