package dev.hilo.testing;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The mail that customers and agents get, on a real SMTP server. */
public final class Inbox implements AutoCloseable {

    private static final Pattern LINK = Pattern.compile("/(?:help/enter|password)\\?link=[A-Za-z0-9_-]{43}");

    private final GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    public Inbox() {
        mails.start();
    }

    public Mail settings() {
        var relay =
                new Mail.Relay("127.0.0.1", mails.getSmtp().getPort(), Mail.Tls.OFF, Optional.empty(), new Secret(""));
        return new Mail(Optional.of(relay), Optional.of(ReplyToken.Place.PLUS));
    }

    public List<MimeMessage> to(String address) {
        return Arrays.stream(mails.getReceivedMessages())
                .filter(mail -> recipients(mail).contains(address))
                .toList();
    }

    public int count() {
        return mails.getReceivedMessages().length;
    }

    /** The mails to somebody, once there are so many. */
    public List<MimeMessage> await(String address, int count) {
        return Awaitility.await().until(() -> to(address), found -> found.size() >= count);
    }

    /** The path that the latest link to somebody leads to, once so many were mailed. */
    public String link(String address, int count) {
        return Awaitility.await()
                .until(() -> links(address), found -> found.size() >= count)
                .getLast();
    }

    /** Those that were mailed to somebody so far. */
    public List<String> links(String address) {
        return to(address).stream()
                .map(mail -> LINK.matcher(text(mail)))
                .filter(Matcher::find)
                .map(Matcher::group)
                .toList();
    }

    public static String text(MimeMessage mail) {
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
