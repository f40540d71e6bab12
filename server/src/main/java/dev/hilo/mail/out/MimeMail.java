package dev.hilo.mail.out;

import dev.hilo.attachments.FileContent;
import dev.hilo.contacts.Emails;
import dev.hilo.html.Html;
import dev.hilo.mail.MessageIds;
import dev.hilo.mail.SubjectTag;
import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A mail as it goes over the wire.
 *
 * @param replyTo a bare address
 * @param thread Message-IDs of the mails before it, oldest first
 * @param html its body, with the pictures' addresses as {@code cid:} already
 * @param pictures by their Content-ID, without brackets
 */
record MimeMail(
        Letter letter,
        String replyTo,
        List<String> thread,
        String html,
        Map<String, FileContent> pictures,
        List<FileContent> files,
        Instant date) {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final Pattern PREFIX = Pattern.compile("(?i)\\s*(re|fwd?|aw|rv)\\s*:.*");

    /** A message whose id is given. */
    private static final class WithId extends MimeMessage {
        private final String id;

        WithId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", MessageIds.inBrackets(id));
        }
    }

    MimeMessage on(Session session) throws MessagingException {
        var mail = new WithId(session, letter.messageId());
        var from = address(letter.fromEmail());
        mail.setFrom(letter.author() == null ? from : named(from.getAddress(), letter.author()));
        mail.setReplyTo(new InternetAddress[] {named(replyTo, from.getPersonal())});
        mail.setRecipients(Message.RecipientType.TO, addresses(letter.toEmails()));
        mail.setRecipients(Message.RecipientType.CC, addresses(letter.ccEmails()));
        mail.setSubject(subject(), UTF_8);
        mail.setSentDate(Date.from(date));
        if (!thread.isEmpty()) {
            mail.setHeader("In-Reply-To", MessageIds.inBrackets(thread.getLast()));
            mail.setHeader(
                    "References", thread.stream().map(MessageIds::inBrackets).collect(Collectors.joining("\r\n ")));
        }
        if (isAutomatic()) {
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setHeader("X-Auto-Response-Suppress", "All");
        }
        fill(mail);
        mail.saveChanges();
        return mail;
    }

    /** Nobody wrote it to its recipients by hand: no absence note is to answer it. */
    private boolean isAutomatic() {
        return letter.kind() == MailKind.NOTE || letter.kind() == MailKind.NOTIFICATION;
    }

    private String subject() {
        String subject = letter.subject().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (letter.kind() == MailKind.NOTIFICATION) return subject;
        String tagged = SubjectTag.on(subject, letter.ticketId());
        return switch (letter.kind()) {
            case OUTBOUND, NOTIFICATION -> tagged;
            case FORWARD -> "Fwd: " + tagged;
            case REPLY, REPLY_TO_FORWARD, NOTE -> PREFIX.matcher(tagged).matches() ? tagged : "Re: " + tagged;
        };
    }

    private void fill(MimeMessage mail) throws MessagingException {
        var alternative = new MimeMultipart("alternative");
        alternative.addBodyPart(text(Html.toText(html), "plain"));
        alternative.addBodyPart(pictures.isEmpty() ? text(html, "html") : part(related()));
        if (files.isEmpty()) {
            mail.setContent(alternative);
            return;
        }
        var mixed = new MimeMultipart("mixed");
        mixed.addBodyPart(part(alternative));
        for (var file : files) mixed.addBodyPart(file(file, BodyPart.ATTACHMENT));
        mail.setContent(mixed);
    }

    private Multipart related() throws MessagingException {
        var related = new MimeMultipart("related");
        related.addBodyPart(text(html, "html"));
        for (var picture : pictures.entrySet()) {
            var part = file(picture.getValue(), BodyPart.INLINE);
            part.setContentID("<" + picture.getKey() + ">");
            related.addBodyPart(part);
        }
        return related;
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static MimeBodyPart part(Multipart content) throws MessagingException {
        var part = new MimeBodyPart();
        part.setContent(content);
        return part;
    }

    private static MimeBodyPart file(FileContent file, String disposition) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new FileData(file)));
        part.setFileName(file.name());
        part.setDisposition(disposition);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static InternetAddress[] addresses(List<String> texts) throws MessagingException {
        var addresses = new InternetAddress[texts.size()];
        for (int i = 0; i < addresses.length; i++) addresses[i] = address(texts.get(i));
        return addresses;
    }

    /** Of {@code Bea Baker <bea@acme.test>}, whatever is in the name. */
    private static InternetAddress address(String text) throws MessagingException {
        int open = text.lastIndexOf('<');
        String name = open <= 0 ? null : text.substring(0, open).strip().replaceAll("^\"|\"$", "");
        return named(Emails.bare(text), name);
    }

    private static InternetAddress named(String address, String name) throws MessagingException {
        try {
            boolean isNamed = name != null && !name.isBlank();
            String line = isNamed ? name.replaceAll("[\\p{Cntrl}\\s]+", " ") : null;
            return isNamed ? new InternetAddress(address, line, UTF_8) : new InternetAddress(address);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
