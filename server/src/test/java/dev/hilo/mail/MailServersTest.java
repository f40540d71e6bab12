package dev.hilo.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.accounts.NewAccount;
import dev.hilo.accounts.Plan;
import dev.hilo.accounts.Secrets;
import dev.hilo.testing.TestServer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What mail going out and mail coming in share, on a real account. */
class MailServersTest {

    TestServer server;
    MailServers servers = new MailServers(new Secrets());

    @BeforeEach
    void start() throws Exception {
        server = TestServer.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void the_password_of_a_mailbox_can_be_used_and_is_nowhere_in_the_database() {
        long id = customMailbox();

        var mailbox = mailbox(id);

        assertThat(mailbox.supportEmail()).isEqualTo("help@acme.test");
        assertThat(mailbox.outgoing()).hasValueSatisfying(access -> {
            assertThat(access.host()).isEqualTo("smtp.acme.test");
            assertThat(access.port()).isEqualTo(465);
            assertThat(access.ssl()).isTrue();
            assertThat(access.userName()).isEqualTo("help");
            assertThat(access.password().value()).isEqualTo("s3cret out");
            assertThat(access.toString()).doesNotContain("s3cret");
        });
        assertThat(mailbox.incoming().orElseThrow().password().value()).isEqualTo("s3cret in");
        var kept = server.database()
                .read(h -> h.createQuery("select value from mailbox_passwords")
                        .mapTo(byte[].class)
                        .list());
        assertThat(kept)
                .hasSize(2)
                .allSatisfy(value -> assertThat(new String(value)).doesNotContain("s3cret"));
    }

    @Test
    void a_sealed_password_opens_for_its_own_mailbox_alone() {
        long id = customMailbox();
        server.database()
                .run(h -> h.execute("update mailbox_passwords set value = (select value from"
                        + " mailbox_passwords where direction = 'IN') where direction = 'OUT'"));

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> mailbox(id)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void new_servers_bring_new_passwords_and_a_mailbox_of_ours_has_none() {
        long id = customMailbox();

        server.admin()
                .put(
                        "/email/mailboxes/" + id,
                        Map.of("custom_mailbox", Map.of("access_type", "outgoing", "outgoing", smtp("another"))));
        assertThat(mailbox(id).incoming()).isEmpty();
        assertThat(mailbox(id).outgoing().orElseThrow().password().value()).isEqualTo("another");

        server.admin().put("/email/mailboxes/" + id, Map.of("name", "Helpers"));
        assertThat(mailbox(id).outgoing()).isPresent();

        server.admin().put("/email/mailboxes/" + id, Map.of("mailbox_type", "freshdesk_mailbox"));
        assertThat(mailbox(id).outgoing()).isEmpty();
        assertThat((int) server.database()
                        .read(h -> h.createQuery("select count(*) from mailbox_passwords")
                                .mapTo(int.class)
                                .one()))
                .isZero();
    }

    @Test
    void a_token_leads_to_its_ticket_wherever_it_stands() {
        var token = token(server.acme().accountId());
        var plus = token.address("support@acme.test", 17, ReplyToken.Place.PLUS);
        var subdomain = token.address("support@acme.test", 17, ReplyToken.Place.SUBDOMAIN);

        assertThat(plus).matches("support\\+t17-[0-9a-f]{20}@acme\\.test");
        assertThat(subdomain).matches("support@t17-[0-9a-f]{20}\\.acme\\.test");
        assertThat(List.of(plus, subdomain, plus.toUpperCase(Locale.ROOT), "Bea <bea@x.test>, Acme <" + plus + ">"))
                .allSatisfy(text -> assertThat(token.verify(text)).contains(17L));
    }

    @Test
    void a_token_cannot_be_made_up_or_used_elsewhere() {
        var token = token(server.acme().accountId());
        var address = token.address("support@acme.test", 17, ReplyToken.Place.PLUS);
        var other = server.hilo()
                .accounts()
                .create(new NewAccount(
                        "other", "Other", Plan.UNLIMITED, "UTC", "en", "Bo", "bo@o.test", "correct horse"));

        assertThat(token.verify(address.replace("t17-", "t18-"))).isEmpty();
        assertThat(token.verify("support+t17-00000000000000000000@acme.test")).isEmpty();
        assertThat(token.verify("support@acme.test")).isEmpty();
        assertThat(token.verify("")).isEmpty();
        assertThat(token.verify(null)).isEmpty();
        assertThat(token(other.accountId()).verify(address)).isEmpty();
        assertThat(token.verify("x+t17-00000000000000000000@a.test, " + address))
                .contains(17L);
    }

    @Test
    void an_address_never_grows_too_long() {
        var address = "a".repeat(60) + "@acme.test";

        assertThat(token(server.acme().accountId()).address(address, 17, ReplyToken.Place.PLUS))
                .isEqualTo(address);
    }

    @Test
    void a_mail_is_known_by_its_id_and_the_closest_relative_counts() {
        long first = server.ticket();
        long second = server.ticket();
        assertThat(add("a@x.test", first)).isTrue();
        assertThat(add("b@x.test", second)).isTrue();
        assertThat(add("a@x.test", second)).isFalse();

        assertThat(find("a@x.test", "b@x.test", "unknown@x.test"))
                .hasValueSatisfying(mail -> assertThat(mail.ticketId()).isEqualTo(second));
        assertThat(find("b@x.test", "a@x.test").orElseThrow().ticketId()).isEqualTo(first);
        assertThat(find("unknown@x.test")).isEmpty();
        assertThat(find()).isEmpty();
    }

    @Test
    void of_a_long_thread_the_first_and_the_latest_are_named() {
        long ticket = server.ticket();
        for (int i = 0; i < 30; i++) add("m%02d@x.test".formatted(i), ticket);

        var thread = server.database()
                .read(h -> MailMessages.thread(h, server.acme().accountId(), ticket, true, Instant.now()));

        assertThat(thread).hasSize(21);
        assertThat(thread.getFirst().messageId()).isEqualTo("m00@x.test");
        assertThat(thread.get(1).messageId()).isEqualTo("m10@x.test");
        assertThat(thread.getLast().messageId()).isEqualTo("m29@x.test");
    }

    private boolean add(String id, long ticket) {
        return server.database()
                .write(h ->
                        MailMessages.add(h, server.acme().accountId(), id, ticket, null, Direction.IN, Instant.now()));
    }

    private Optional<MailMessage> find(String... ids) {
        return server.database().read(h -> MailMessages.find(h, server.acme().accountId(), List.of(ids)));
    }

    private ReplyToken token(long accountId) {
        return server.database().read(h -> new ReplyToken(new Secrets().of(h, accountId)));
    }

    private MailboxServers mailbox(long id) {
        return server.database()
                .read(h -> servers.find(h, server.acme().accountId(), id))
                .orElseThrow();
    }

    private long customMailbox() {
        var reply = server.admin()
                .post(
                        "/email/mailboxes",
                        Map.of(
                                "support_email",
                                "help@acme.test",
                                "mailbox_type",
                                "custom_mailbox",
                                "custom_mailbox",
                                Map.of("access_type", "both", "incoming", imap(), "outgoing", smtp("s3cret out"))));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json().get("id").asLong();
    }

    private static Map<String, Object> imap() {
        return Map.of(
                "mail_server",
                "imap.acme.test",
                "port",
                993,
                "use_ssl",
                true,
                "delete_from_server",
                false,
                "authentication",
                "plain",
                "user_name",
                "help",
                "password",
                "s3cret in");
    }

    private static Map<String, Object> smtp(String password) {
        return Map.of(
                "mail_server",
                "smtp.acme.test",
                "port",
                465,
                "use_ssl",
                true,
                "authentication",
                "plain",
                "user_name",
                "help",
                "password",
                password);
    }
}
