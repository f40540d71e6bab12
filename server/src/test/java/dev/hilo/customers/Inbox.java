package dev.hilo.customers;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.hilo.config.Mail;
import dev.hilo.config.Secret;
import dev.hilo.mail.ReplyToken;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The mail that customers get, on a real SMTP server. */
final class Inbox implements AutoCloseable {

    private static final Pattern LINK = Pattern.compile("/help/enter\\?link=[A-Za-z0-9_-]{43}");

    private final GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    Inbox() {
        mails.start();
    }

    Mail settings() {
        var relay =
                new Mail.Relay("127.0.0.1", mails.getSmtp().getPort(), Mail.Tls.OFF, Optional.empty(), new Secret(""));
        return new Mail(Optional.of(relay), Optional.of(ReplyToken.Place.PLUS));
    }

    List<MimeMessage> to(String address) {
        return Arrays.stream(mails.getReceivedMessages())
                .filter(mail -> recipients(mail).contains(address))
                .toList();
    }

    int count() {
        return mails.getReceivedMessages().length;
    }

    /** The mails to somebody, once there are so many. */
    List<MimeMessage> await(String address, int count) {
        return org.awaitility.Awaitility.await().until(() -> to(address), found -> found.size() >= count);
    }

    /** The path that the latest link to somebody leads to, once there are so many mails. */
    String link(String address, int count) {
        var text = LINK.matcher(text(await(address, count).getLast()));
        if (!text.find()) throw new AssertionError("no link in the mail to " + address);
        return text.group();
    }

    static String text(MimeMessage mail) {
        try {
            return text(mail.getContent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object content) throws IOException, MessagingException {
        if (!(content instanceof MimeMultipart parts)) return content.toString();
        var all = new StringBuilder();
        for (int i = 0; i < parts.getCount(); i++)
            all.append(text(parts.getBodyPart(i).getContent())).append('\n');
        return all.toString();
    }

    private static String recipients(MimeMessage mail) {
        try {
            return Arrays.toString(mail.getAllRecipients());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        mails.stop();
    }
}
