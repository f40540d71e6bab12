package dev.hilo.mailboxes;

import dev.hilo.accounts.Caller;
import dev.hilo.api.Among;
import dev.hilo.api.Bounds;
import dev.hilo.api.CreateMailbox;
import dev.hilo.api.FieldError;
import dev.hilo.api.MailServer;
import dev.hilo.api.Mailbox;
import dev.hilo.api.Patch;
import dev.hilo.api.QuarantinedMail;
import dev.hilo.api.Required;
import dev.hilo.api.UpdateMailbox;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.mail.MailServers;
import dev.hilo.mail.MailboxServers;
import dev.hilo.mail.in.ImapTrial;
import dev.hilo.mail.in.IncomingMail;
import dev.hilo.mail.out.SmtpTrial;
import dev.hilo.pages.Desk;
import dev.hilo.pages.Pages;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import dev.hilo.web.Paging;
import java.util.List;
import java.util.Optional;

/** {@code /setup/mailboxes}: support addresses, whether their servers work, and mail that became nothing. */
public final class MailboxPages {

    /**
     * What the form sends.
     *
     * @param servers whether the mailbox has its own
     * @param inPassword empty to keep the servers as they are
     */
    public record Wanted(
            @Bounds(255) String name,
            @Required @Bounds(255) String supportEmail,
            Long groupId,
            Boolean isPrimary,
            @Among({"none", "incoming", "outgoing", "both"}) String servers,
            @Bounds(255) String inHost,
            Integer inPort,
            Boolean inSsl,
            @Bounds(255) String inUser,
            @Bounds(1000) String inPassword,
            @Bounds(255) String outHost,
            Integer outPort,
            Boolean outSsl,
            @Bounds(255) String outUser,
            @Bounds(1000) String outPassword) {}

    public record ListPage(List<Mailbox> mailboxes, List<QuarantinedMail> held, boolean hasMoreHeld) {}

    /** How a test went. @param trouble null where it works */
    public record Trial(String server, String trouble) {}

    /** @param id null for a new one @param trials of a test just made */
    public record OnePage(
            Long id,
            String forwardEmail,
            Wanted form,
            Desk.Choices desk,
            List<FieldError> problems,
            List<Trial> trials) {}

    private static final MailboxFilter ALL = new MailboxFilter(null, null, null, null, null, null, null);
    private static final int IMAPS = 993;
    private static final int SUBMISSIONS = 465;

    private final Database database;
    private final Mailboxes mailboxes;
    private final MailServers servers;
    private final IncomingMail mail;
    private final Desk desk;
    private final Pages pages;

    public MailboxPages(
            Database database, Mailboxes mailboxes, MailServers servers, IncomingMail mail, Desk desk, Pages pages) {
        this.database = database;
        this.mailboxes = mailboxes;
        this.servers = servers;
        this.mail = mail;
        this.desk = desk;
        this.pages = pages;
    }

    public Answer list(Call call) {
        var all = mailboxes.list(call.caller(), ALL, new Paging(1, 100)).map(MailboxRow::wire);
        var held = mail.quarantine().list(call.caller().accountId(), new Paging(1, 50));
        var page = new ListPage(all.items(), held.items(), held.hasMore());
        return pages.page(call, "setup/mailboxes", "setup", "setup.mailboxes", page);
    }

    public Answer create(Call call) {
        return one(call, null, null, fresh(), List.of(), List.of());
    }

    private static Wanted fresh() {
        return new Wanted("", "", null, false, "none", "", IMAPS, true, "", "", "", SUBMISSIONS, true, "", "");
    }

    public Answer save(Call call) {
        var form = call.body(Wanted.class);
        try {
            long id = mailboxes
                    .create(
                            call.caller(),
                            new CreateMailbox(
                                    form.name(),
                                    form.supportEmail(),
                                    form.groupId(),
                                    null,
                                    Boolean.TRUE.equals(form.isPrimary()),
                                    null,
                                    type(form),
                                    custom(form),
                                    true))
                    .id();
            return new Answer.Redirect("/setup/mailboxes/" + id);
        } catch (Refusal.Invalid wrong) {
            return one(call, null, null, form, wrong.errors, List.of());
        } catch (Refusal.Duplicate taken) {
            return one(call, null, null, form, taken.errors, List.of());
        }
    }

    private static boolean hasServers(Wanted form) {
        return form.servers() != null && !form.servers().equals("none");
    }

    private static String type(Wanted form) {
        return hasServers(form) ? "custom_mailbox" : MailboxFields.FORWARDED;
    }

    private static CreateMailbox.Custom custom(Wanted form) {
        if (!hasServers(form)) return null;
        var in = new MailServer(
                form.inHost(),
                port(form.inPort()),
                isOn(form.inSsl()),
                false,
                "plain",
                form.inUser(),
                null,
                form.inPassword());
        var out = new MailServer(
                form.outHost(),
                port(form.outPort()),
                isOn(form.outSsl()),
                null,
                "plain",
                form.outUser(),
                null,
                form.outPassword());
        return new CreateMailbox.Custom(
                form.servers(),
                form.servers().equals("outgoing") ? null : in,
                form.servers().equals("incoming") ? null : out);
    }

    private static int port(Integer port) {
        return port == null ? 0 : port;
    }

    private static boolean isOn(Boolean box) {
        return Boolean.TRUE.equals(box);
    }

    public Answer view(Call call) {
        return shown(call, List.of());
    }

    private Answer shown(Call call, List<Trial> trials) {
        var mailbox = mailboxes.require(call.caller(), call.id()).wire();
        return one(call, mailbox.id(), forward(mailbox), form(mailbox), List.of(), trials);
    }

    private static String forward(Mailbox mailbox) {
        return mailbox.freshdeskMailbox() == null
                ? null
                : mailbox.freshdeskMailbox().forwardEmail();
    }

    private static Wanted form(Mailbox mailbox) {
        var custom = mailbox.customMailbox();
        var in = custom == null ? null : custom.incoming();
        var out = custom == null ? null : custom.outgoing();
        return new Wanted(
                mailbox.name(),
                mailbox.supportEmail(),
                mailbox.groupId(),
                mailbox.defaultReplyEmail(),
                custom == null ? "none" : custom.accessType(),
                in == null ? "" : in.mailServer(),
                in == null ? (Integer) IMAPS : in.port(),
                in == null ? (Boolean) true : in.useSsl(),
                in == null ? "" : in.userName(),
                "",
                out == null ? "" : out.mailServer(),
                out == null ? (Integer) SUBMISSIONS : out.port(),
                out == null ? (Boolean) true : out.useSsl(),
                out == null ? "" : out.userName(),
                "");
    }

    private Answer one(Call call, Long id, String forward, Wanted form, List<FieldError> problems, List<Trial> trials) {
        var page = new OnePage(id, forward, form, desk.of(call.caller().accountId()), problems, trials);
        var shown = id == null
                ? pages.page(call, "setup/mailbox", "setup", "mailboxes.new", page)
                : pages.titled(call, "setup/mailbox", "setup", form.supportEmail(), page);
        return Pages.refused(shown, problems);
    }

    public Answer change(Call call) {
        var form = call.body(Wanted.class);
        boolean keeps = isEmpty(form.inPassword()) && isEmpty(form.outPassword());
        boolean isCustom = hasServers(form);
        var change = new UpdateMailbox(
                Patch.of(form.name()),
                Patch.of(form.supportEmail()),
                Patch.of(form.groupId()),
                Patch.absent(),
                Patch.of(Boolean.TRUE.equals(form.isPrimary())),
                Patch.absent(),
                isCustom && keeps ? Patch.absent() : Patch.of(type(form)),
                isCustom && !keeps ? Patch.of(custom(form)) : Patch.absent(),
                Patch.of(true));
        try {
            mailboxes.update(call.caller(), call.id(), change);
            return new Answer.Redirect("/setup/mailboxes/" + call.id());
        } catch (Refusal.Invalid wrong) {
            return again(call, form, wrong.errors);
        } catch (Refusal.Duplicate taken) {
            return again(call, form, taken.errors);
        }
    }

    private static boolean isEmpty(String text) {
        return text == null || text.isEmpty();
    }

    private Answer again(Call call, Wanted form, List<FieldError> problems) {
        var mailbox = mailboxes.require(call.caller(), call.id()).wire();
        return one(call, mailbox.id(), forward(mailbox), form, problems, List.of());
    }

    /** Logs in to the servers of the mailbox as they are kept; no mail is sent and none is read. */
    public Answer test(Call call) {
        mailboxes.require(call.caller(), call.id());
        var box = find(call.caller(), call.id());
        var in = box.flatMap(MailboxServers::incoming)
                .map(access -> new Trial(
                        access.host() + ":" + access.port(),
                        ImapTrial.trouble(access).orElse(null)));
        var out = box.flatMap(MailboxServers::outgoing)
                .map(access -> new Trial(
                        access.host() + ":" + access.port(),
                        SmtpTrial.trouble(access, box.get().supportEmail()).orElse(null)));
        return shown(
                call, java.util.stream.Stream.concat(in.stream(), out.stream()).toList());
    }

    private Optional<MailboxServers> find(Caller caller, long id) {
        return database.read(h -> servers.find(h, caller.accountId(), id));
    }

    public Answer delete(Call call) {
        mailboxes.delete(call.caller(), call.id());
        return new Answer.Redirect("/setup/mailboxes");
    }

    /** Tries again to make a ticket or an entry of mail that became nothing. */
    public Answer retryHeld(Call call) {
        mail.retry(call.account(), call.address(), call.id());
        return new Answer.Redirect("/setup/mailboxes");
    }

    public Answer deleteHeld(Call call) {
        mail.quarantine().delete(call.caller().accountId(), call.id());
        return new Answer.Redirect("/setup/mailboxes");
    }
}
