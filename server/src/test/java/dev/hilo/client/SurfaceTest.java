package dev.hilo.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.RouteTable;
import dev.hilo.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Every method against a real server; the last test holds that no endpoint is left out. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SurfaceTest {

    private static TestServer server;
    private static HiloClient ada;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = server.admin();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private static long ticket() {
        return ada.tickets()
                .draft("Where is it?")
                .from("carla@customer.test")
                .description("It has not come.")
                .send()
                .id();
    }

    @Test
    void a_ticket_is_written_with_its_files() throws Exception {
        var made = ada.tickets()
                .draft("Late")
                .from("carla@customer.test")
                .description("It has <b>not</b> come.")
                .priority(3)
                .tags("late", "parcel")
                .withAttachment(file("invoice \"1\".txt", "42 €"))
                .withAttachment("log.txt", "Line".getBytes())
                .send();
        assertThat(made.tags()).containsExactlyInAnyOrder("late", "parcel");
        assertThat(made.attachments()).extracting(a -> a.contentType()).containsOnly("text/plain");
        assertThat(new String(ada.attachments().bytes(made.attachments().getFirst())))
                .isEqualTo("42 €");

        var changed = ada.ticket(made.id()).change().status(3).tags("late").send();
        assertThat(changed.status()).isEqualTo(3);
        assertThat(ada.ticket(made.id()).update(Map.of("priority", 4)).priority())
                .isEqualTo(4);
        assertThat(ada.tickets().update(made.id(), "{\"status\": 2}").status()).isEqualTo(2);
        ada.ticket(made.id()).change().assignedTo(ada.agents().me().id()).send();
        assertThat(ada.ticket(made.id()).change().assignedTo(null).send().responderId())
                .isNull();
    }

    @Test
    void conversations_are_written_changed_and_deleted() throws Exception {
        var ticket = ada.ticket(ticket());
        assertThat(ticket.reply("On its way.").cc("boss@customer.test").send().ccEmails())
                .containsExactly("boss@customer.test");
        var note = ticket.note("Look.")
                .visibleToCustomer()
                .withAttachment(file("a.txt", "A"))
                .send();
        assertThat(note.isPrivate()).isFalse();
        assertThat(note.attachments()).hasSize(1);
        assertThat(ticket.note("Secret.").notifying("ada@acme.test").send().isPrivate())
                .isTrue();
        assertThat(ticket.forward("See.", "lab@partner.test").send().toEmails()).containsExactly("lab@partner.test");
        ticket.replyToForward("Thanks.", "lab@partner.test").send();
        assertThat(ada.conversations().edit(note.id(), "Changed.").bodyText()).isEqualTo("Changed.");
        assertThat(ada.conversations().get(note.id()).bodyText()).isEqualTo("Changed.");
        ada.attachments().delete(note.attachments().getFirst().id());
        ada.conversations().delete(note.id());
        assertThat(ticket.conversations()).hasSize(4);
        assertThat(ticket.timeline(5).get("items")).isNotEmpty();
        assertThat(ticket.at(Instant.now()).status()).isEqualTo(2);
    }

    @Test
    void a_ticket_has_companions() {
        long id = ticket();
        var ticket = ada.ticket(id);
        long me = ada.agents().me().id();
        ticket.watch(me);
        assertThat(ticket.watchers()).containsExactly(me);
        ticket.unwatch();
        ada.tickets().watchMany(List.of(id), me);
        ada.tickets().unwatchMany(List.of(id));
        long ben = ada.agents()
                .create(Map.of("email", "ben" + id + "@acme.test", "ticket_scope", 3))
                .id();
        assertThat(ticket.allow(ben)).containsExactly(ben);
        ticket.changeAccesses(List.of(Map.of("id", ben, "deleted", true)));
        assertThat(ticket.accesses()).isEmpty();
        ticket.clearAccesses();
        ticket.summarize("A parcel was late.");
        assertThat(ticket.summary().bodyText()).contains("late");
        ticket.deleteSummary();
        var entry = ticket.addTime(Map.of("time_spent", "00:20"));
        assertThat(ada.timeEntries()
                        .update(entry.id(), Map.of("note", "Tested."))
                        .note())
                .isEqualTo("Tested.");
        assertThat(ada.timeEntries().toggleTimer(entry.id()).timerRunning()).isTrue();
        assertThat(ada.timeEntries().where("billable", true).all().toList()).isNotNull();
        assertThat(ticket.timeEntries()).hasSize(1);
        ada.timeEntries().delete(entry.id());
        ticket.rate(Map.of("ratings", Map.of("default_question", 103), "feedback", "Quick!"));
        assertThat(ticket.satisfactionRatings()).hasSize(1);
        assertThat(ada.satisfactionRatings().all()).isNotEmpty();
        long child = ada.tickets()
                .draft("A part of it")
                .from("carla@customer.test")
                .description("Part.")
                .with("parent_id", id)
                .send()
                .id();
        assertThat(ticket.associated()).hasSize(1);
        assertThat(ada.ticket(child).prime().id()).isEqualTo(id);
    }

    @Test
    void many_tickets_are_changed_at_once() {
        long one = ticket();
        long two = ticket();
        long three = ticket();
        ada.tickets().merge(one, two);
        assertThat(ada.ticket(two).get().status()).isEqualTo(5);
        awaitJob(ada.tickets()
                .updateMany(List.of(one, three), Map.of("priority", 4))
                .jobId());
        assertThat(ada.ticket(three).get().priority()).isEqualTo(4);
        awaitJob(ada.tickets().deleteMany(List.of(three)).jobId());
        ada.ticket(three).restore();
        ada.ticket(three).delete();
        ada.ticket(three).restore();
        ada.tickets().delete(three);
        assertThat(ada.tickets().deleted(Instant.EPOCH)).extracting(t -> t.id()).contains(three);
        assertThat(ada.tickets().search("priority:4")).extracting(t -> t.id()).contains(one);
        assertThat(ada.tickets().watching().toList()).isNotNull();
        server.database().run(h -> h.execute("update tickets set archived = true where id = ?", two));
        assertThat(ada.tickets().archived(two).id()).isEqualTo(two);
        assertThat(ada.tickets().archivedConversations(two).stream()).isNotNull();
        assertThat(ada.tickets().archivedConversations(two).latest(1)).hasSizeLessThanOrEqualTo(1);
        ada.tickets().deleteArchived(two);
        assertThatThrownBy(() -> ada.tickets().archived(two)).isInstanceOf(ApiError.class);
    }

    private static void awaitJob(String id) {
        server.awaitJob(id);
        assertThat(ada.jobs().status(id).status()).isNotBlank();
    }

    @Test
    void every_list_can_be_read() {
        long ticket = ticket();
        assertThat(ada.contacts().all()).isNotEmpty();
        assertThat(ada.contacts()
                        .get(ada.contacts().all().first().orElseThrow().id())
                        .name())
                .isNotNull();
        assertThat(ada.companies().updatedSince(Instant.EPOCH)).isNotNull();
        assertThat(ada.companies().all().toList()).isNotNull();
        assertThat(ada.agents().all()).isNotEmpty();
        assertThat(ada.agents().get(ada.agents().me().id())).isNotNull();
        assertThat(ada.groups().all().toList()).isNotNull();
        assertThat(ada.roles().get(ada.roles().all().first().orElseThrow().id()))
                .isNotNull();
        assertThat(ada.products().all().toList()).isNotNull();
        assertThat(ada.ticketFields().all()).isNotEmpty();
        assertThat(ada.satisfactionRatings().since(Instant.EPOCH).toList()).isNotNull();
        assertThat(ada.timeEntries().all().toList()).isNotNull();
        assertThat(ada.solutions().categories().toList()).isNotNull();
        assertThat(ada.cannedResponses().folders().toList()).isNotNull();
        assertThat(ada.account()).isNotNull();
        assertThat(ada.tickets().spam(Instant.EPOCH).toList()).isNotNull();
        assertThat(ada.tickets().deleted(Instant.EPOCH).toList()).isNotNull();
        assertThat(ada.tickets().newAndMyOpen().toList()).isNotEmpty();
        assertThat(ada.tickets().including("stats").all().first().orElseThrow().stats())
                .isNotNull();
        assertThat(ada.tickets().get(ticket, "conversations").conversations()).isNotNull();
        assertThat(ada.ticket(ticket).timeEntries().toList()).isNotNull();
        assertThat(ada.ticket(ticket).satisfactionRatings().toList()).isNotNull();
    }

    @Test
    void mail_is_begun_and_listed() {
        var mailbox = ada.mailboxes()
                .create(Map.of(
                        "name", "Parcels", "support_email", "parcels@acme.test", "mailbox_type", "freshdesk_mailbox"));
        assertThat(ada.mailboxes().get(mailbox.id()).supportEmail()).isEqualTo("parcels@acme.test");
        assertThat(ada.mailboxes().all()).isNotEmpty();
        ada.mailboxes().update(mailbox.id(), Map.of("name", "Letters"));
        assertThat(ada.emailConfigs().all()).isNotEmpty();
        assertThat(ada.emailConfigs().get(mailbox.id()).name()).isEqualTo("Letters");
        var sent = ada.tickets()
                .outbound("News", "carla@customer.test", mailbox.id())
                .description("We moved.")
                .send();
        assertThat(sent.source()).isEqualTo(10);
        assertThat(ada.outbox().where("ticket_id", sent.id()).toList()).isNotEmpty();
        var other = ada.mailboxes()
                .create(Map.of(
                        "name", "Other", "support_email", "other@acme.test", "mailbox_type", "freshdesk_mailbox"));
        ada.mailboxes().delete(other.id());
    }

    @Test
    void contacts_are_made_changed_and_merged() throws Exception {
        var eve = ada.contacts().create(Map.of("name", "Eve", "email", "eve@parcel.test"));
        assertThat(ada.contacts().update(eve.id(), Map.of("job_title", "Buyer")).jobTitle())
                .isEqualTo("Buyer");
        assertThat(ada.contacts().named("Ev")).extracting(c -> c.id()).contains(eve.id());
        assertThat(ada.contacts().search("email:'eve@parcel.test'"))
                .extracting(c -> c.id())
                .contains(eve.id());
        assertThat(ada.contacts().where("email", "eve@parcel.test").all()).hasSize(1);
        assertThat(ada.contacts().updatedSince(Instant.EPOCH)).isNotEmpty();
        assertThat(ada.contacts().document(eve.id()).json().get("name").asText())
                .isEqualTo("Eve");
        ada.contacts().invite(eve.id());
        var second = ada.contacts().create(Map.of("name", "Eva", "email", "eva@parcel.test"));
        ada.contacts().merge(eve.id(), second.id());
        ada.contacts().delete(eve.id());
        ada.contacts().restore(eve.id());
        ada.contacts().erase(eve.id());
        assertThatThrownBy(() -> ada.contacts().get(eve.id())).isInstanceOf(ApiError.class);
        var finn = ada.contacts().create(Map.of("name", "Finn", "email", "finn@acme.test"));
        assertThat(ada.contacts().makeAgent(finn.id(), Map.of("ticket_scope", 1)))
                .isNotNull();

        var export = ada.contacts().transfers().export(List.of("name", "email"), List.of());
        assertThat(ada.contacts().transfers().exported(export).id()).isEqualTo(export);
        var load = ada.contacts()
                .transfers()
                .load(file("people.csv", "name,email\nGus,gus@parcel.test\n"), Map.of("name", 0, "email", 1));
        assertThat(ada.contacts().transfers().loaded(load.id()).id()).isEqualTo(load.id());
        assertThat(ada.contacts().transfers().loads()).isNotEmpty();
        tolerant(() -> ada.contacts().transfers().cancel(load.id()));
    }

    @Test
    void companies_are_made_and_changed() throws Exception {
        var parcels = ada.companies().create(Map.of("name", "Parcels Ltd", "domains", List.of("parcel.test")));
        assertThat(ada.companies().update(parcels.id(), Map.of("note", "Late.")).note())
                .isEqualTo("Late.");
        assertThat(ada.companies().get(parcels.id()).name()).isEqualTo("Parcels Ltd");
        assertThat(ada.companies().named("Par")).hasSize(1);
        assertThat(ada.companies().search("domain:'parcel.test'").first()).isPresent();
        var export = ada.companies().transfers().export(List.of("name"), List.of());
        assertThat(ada.companies().transfers().exported(export).id()).isEqualTo(export);
        var load = ada.companies().transfers().load(file("companies.csv", "name\nBoots\n"), Map.of("name", 0));
        ada.companies().transfers().loaded(load.id());
        assertThat(ada.companies().transfers().loads()).isNotEmpty();
        tolerant(() -> ada.companies().transfers().cancel(load.id()));
        ada.companies().delete(parcels.id());
    }

    /** What has ended cannot be cancelled. */
    private static void tolerant(Runnable call) {
        try {
            call.run();
        } catch (ApiError e) {
            assertThat(e.status()).isBetween(400, 409);
        }
    }

    @Test
    void the_team_is_set_up() {
        var ben = ada.agents().create(Map.of("email", "ben@acme.test", "name", "Ben", "ticket_scope", 1));
        assertThat(ada.agents().update(ben.id(), Map.of("ticket_scope", 2)).ticketScope())
                .isEqualTo(2);
        assertThat(ada.agents().where("email", "ben@acme.test").all()).hasSize(1);
        assertThat(ada.agents().named("be")).isNotNull();
        ada.agents().updateAvailability(ben.id(), Map.of("availability_control", "admin_controlled"));
        assertThat(ada.agents().availability(ben.id()).availabilityControl()).isEqualTo("admin_controlled");
        awaitJob(ada.agents()
                .createMany(List.of(Map.of("email", "gil@acme.test", "ticket_scope", 1)))
                .jobId());

        var group = ada.groups().create(Map.of("name", "Billing", "agent_ids", List.of(ben.id())));
        assertThat(ada.groups()
                        .update(group.id(), Map.of("description", "Invoices"))
                        .description())
                .isEqualTo("Invoices");
        assertThat(ada.groups().get(group.id()).agentIds()).containsExactly(ben.id());
        assertThat(ada.groups().members(group.id())).hasSize(1);
        ada.groups().changeMembers(group.id(), Map.of("agents", List.of(Map.of("id", ben.id(), "deleted", true))));
        assertThat(ada.groups().members(group.id())).isEmpty();
        var admin = ada.groups().forAdministrators();
        assertThat(admin.get(group.id()).name()).isEqualTo("Billing");
        assertThat(admin.all()).isNotEmpty();
        var letters = admin.create(Map.of("name", "Letters"));
        admin.update(letters.id(), Map.of("description", "By post"));
        admin.delete(letters.id());
        ada.groups().delete(group.id());
        ada.agents().delete(ben.id());

        var boots = ada.products().create(Map.of("name", "Boots"));
        assertThat(ada.products().get(boots.id()).name()).isEqualTo("Boots");
        ada.products().update(boots.id(), Map.of("name", "Shoes"));
        ada.products().delete(boots.id());
    }

    @Test
    void fields_are_made_and_changed() {
        var label = Map.of("label", "Nickname", "label_for_customers", "Nickname", "type", "custom_text");
        var nickname = ada.contactFields().create(label);
        ada.contactFields().update(nickname.id(), Map.of("label", "Name"));
        assertThat(ada.contactFields().get(nickname.id()).label()).isEqualTo("Name");
        assertThat(ada.contactFields().all()).isNotEmpty();
        ada.contactFields().delete(nickname.id());
        var motto = ada.companyFields().create(Map.of("label", "Motto", "type", "custom_text"));
        ada.companyFields().update(motto.id(), Map.of("label", "Words"));
        assertThat(ada.companyFields().get(motto.id()).label()).isEqualTo("Words");
        assertThat(ada.companyFields().all()).isNotEmpty();
        ada.companyFields().delete(motto.id());

        var fields = ada.ticketFields().forAdministrators();
        var kind = fields.create(Map.of(
                "label",
                "Kind",
                "label_for_customers",
                "Kind",
                "type",
                "custom_dropdown",
                "choices",
                List.of(Map.of("value", "One", "position", 1), Map.of("value", "Two", "position", 2))));
        assertThat(fields.all()).isNotEmpty();
        fields.update(kind.id(), Map.of("label", "Sort"));
        var one = fields.document(kind.id()).json().at("/choices/0/id").asLong();
        var sections = ada.ticketFields().sections(kind.id());
        var more = sections.create(Map.of("label", "More", "choice_ids", List.of(one)));
        assertThat(sections.all()).hasSize(1);
        assertThat(sections.get(more.id()).label()).isEqualTo("More");
        sections.update(more.id(), Map.of("label", "Still more"));
        sections.delete(more.id());
        fields.delete(kind.id());
    }

    @Test
    void knowledge_is_written_in_two_languages() {
        var solutions = ada.solutions();
        var shipping = solutions.createCategory(Map.of("name", "Shipping"));
        var returns = solutions.createFolder(shipping.id(), Map.of("name", "Returns"));
        var how = solutions.createArticle(
                returns.id(), Map.of("title", "How to return", "description", "Print the label.", "status", 2));
        assertThat(solutions
                        .updateCategory(shipping.id(), Map.of("name", "Sending"))
                        .name())
                .isEqualTo("Sending");
        solutions.updateFolder(returns.id(), Map.of("name", "Back"));
        solutions.updateArticle(how.id(), Map.of("title", "How to send back"));
        assertThat(solutions.categories()).extracting(c -> c.id()).contains(shipping.id());
        assertThat(solutions.category(shipping.id()).name()).isEqualTo("Sending");
        assertThat(solutions.folders(shipping.id())).hasSize(1);
        assertThat(solutions.folder(returns.id()).name()).isEqualTo("Back");
        assertThat(solutions.subfolders(returns.id())).isEmpty();
        assertThat(solutions.articles(returns.id())).hasSize(1);
        assertThat(solutions.article(how.id()).title()).isEqualTo("How to send back");
        assertThat(solutions.search("label").toList()).isNotNull();

        var spanish = solutions.in("es");
        spanish.translateCategory(shipping.id(), Map.of("name", "Envíos"));
        spanish.translateFolder(returns.id(), Map.of("name", "Devoluciones"));
        spanish.translateArticle(how.id(), Map.of("title", "Cómo devolver", "description", "Imprima.", "status", 2));
        spanish.updateCategory(shipping.id(), Map.of("name", "Paquetes"));
        spanish.updateFolder(returns.id(), Map.of("name", "Vuelta"));
        spanish.updateArticle(how.id(), Map.of("title", "Devolver"));
        assertThat(spanish.category(shipping.id()).name()).isEqualTo("Paquetes");
        assertThat(spanish.categories()).isNotEmpty();
        assertThat(spanish.folder(returns.id()).name()).isEqualTo("Vuelta");
        assertThat(spanish.folders(shipping.id())).hasSize(1);
        assertThat(spanish.subfolders(returns.id())).isEmpty();
        assertThat(spanish.article(how.id()).title()).isEqualTo("Devolver");
        assertThat(spanish.articles(returns.id())).hasSize(1);
        solutions.deleteArticle(how.id());
        solutions.deleteFolder(returns.id());
        solutions.deleteCategory(shipping.id());

        var canned = ada.cannedResponses();
        var greetings = canned.createFolder("Greetings");
        canned.renameFolder(greetings.id(), "Hellos");
        Map<String, Object> hello =
                Map.of("title", "Hello", "content_html", "Hi!", "folder_id", greetings.id(), "visibility", 0);
        var made = canned.create(hello);
        canned.update(made.id(), Map.of("title", "Good morning"));
        assertThat(canned.get(made.id()).title()).isEqualTo("Good morning");
        assertThat(canned.in(greetings.id())).hasSize(1);
        assertThat(canned.folder(greetings.id()).name()).isEqualTo("Hellos");
        canned.createMany(List.of(hello));
    }

    @Test
    void the_account_is_set_up() {
        assertThat(ada.settings().helpdesk().primaryLanguage()).isEqualTo("en");
        ada.settings().updateEmail(Map.of("skip_ticket_threading", true));
        assertThat(ada.settings().email().skipTicketThreading()).isTrue();
        ada.settings().updateBcc("archive@acme.test");
        assertThat(ada.settings().bcc()).containsExactly("archive@acme.test");
        ada.settings().updateBcc();
        var hours = ada.businessHours().all().first().orElseThrow();
        assertThat(ada.businessHours().get(Long.parseLong(hours.id())).name()).isEqualTo(hours.name());
        assertThat(ada.surveys().all()).isNotEmpty();
        var policy = ada.slaPolicies().all().first().orElseThrow();
        ada.slaPolicies().update(Long.parseLong(policy.id()), Map.of("name", "Ours"));
        assertThatThrownBy(() -> ada.slaPolicies().create(Map.of("name", "Too little")))
                .isInstanceOf(ApiError.class);
        assertThatThrownBy(() -> ada.export(Map.of())).isInstanceOf(ApiError.class);

        var condition =
                Map.of("resource_type", "ticket", "field_name", "priority", "operator", "in", "value", List.of(4));
        var rule = ada.automations(1)
                .create(Map.of(
                        "name",
                        "Urgent",
                        "conditions",
                        List.of(Map.of(
                                "name", "condition_set_1", "match_type", "all", "properties", List.of(condition))),
                        "actions",
                        List.of(Map.of("field_name", "add_tag", "value", List.of("urgent")))));
        assertThat(ada.automations(1).all()).extracting(r -> r.id()).contains(rule.id());
        ada.automations(1).update(rule.id(), Map.of("active", false));
        assertThat(ada.automations(1).get(rule.id()).active()).isFalse();
        ada.automations(1).delete(rule.id());
    }

    @Test
    void a_hilo_has_more() {
        var hook = ada.webhooks()
                .create(Map.of(
                        "name",
                        "CRM",
                        "url",
                        "https://crm.example.com/hook",
                        "types",
                        List.of("ticket.created"),
                        "active",
                        false));
        assertThat(ada.webhooks().act(hook.id(), "rotate-secret").json().get("secret"))
                .isNotNull();
        assertThat(ada.webhooks().in(hook.id(), "deliveries", JsonNode.class).toList())
                .isEmpty();
        ticket();
        var seen = new ArrayList<Long>();
        for (var change : ada.changes().of("ticket.*").after(0)) seen.add(change.id());
        assertThat(seen).isNotEmpty().isSorted().doesNotHaveDuplicates();
        assertThat(ada.changes().after(seen.getLast()).stream().map(Change::id)).doesNotContain(seen.getLast());
        assertThat(ada.changes().ofTicket(1).after(0)).isNotEmpty();
        var preview = ada.bulkNotes().create(Map.of("query", "status:2", "note", Map.of("body", "Soon.")));
        assertThat(ada.bulkNotes().get(preview.id()).status()).isEqualTo("preview");
        assertThat(ada.account().accountName()).isEqualTo("Acme");
    }

    /** Older spellings of calls that have a method. */
    private static final Set<String> OLDER = Set.of(
            "POST /canned_response_folder",
            "PUT /canned_response_folder/{}",
            "DELETE /contact_field/{}",
            "PUT /company_field/{}",
            "DELETE /company_field/{}");

    @Test
    @Order(Integer.MAX_VALUE)
    void no_endpoint_is_left_out() {
        var called = new TreeSet<String>();
        ada.get("/api/hilo/v1/sandbox/calls/count")
                .json()
                .get("by_path")
                .fieldNames()
                .forEachRemaining(call -> called.add(call.replace(" /api/v2", " ")));
        var left = new TreeSet<String>();
        for (var route : RouteTable.ofFreshdesk(server)) {
            var path = route.path().substring("/api/v2".length()).replaceAll("\\{[^}]*}", "[^/]+");
            if (called.stream()
                    .noneMatch(c ->
                            c.replace("PATCH", "PUT").matches(route.method().replace("PATCH", "PUT") + " " + path)))
                left.add(RouteTable.name(route));
        }
        left.removeAll(OLDER);
        assertThat(left).isEmpty();
    }
}
