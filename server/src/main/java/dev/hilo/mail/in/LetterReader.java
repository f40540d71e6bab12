package dev.hilo.mail.in;

import dev.hilo.contacts.Emails;
import dev.hilo.mail.MessageIds;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedFileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;

/** Reads a mail that lies in a file, as far as it can be read: what is broken is left out or kept as a file. */
final class LetterReader {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_ADDRESSES = 200;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;:\"()]{1,64}@[^\\s<>,;:\"()]{1,190}");
    private static final String[] DELIVERED = {
        "Delivered-To", "X-Original-To", "X-Forwarded-To", "Envelope-To", "X-Delivered-To"
    };
    private static final Session SESSION = Session.getInstance(lenient());

    private LetterReader() {}

    private static Properties lenient() {
        var properties = new Properties();
        properties.setProperty("mail.mime.address.strict", "false");
        return properties;
    }

    /** @param folder where the files of the mail go */
    static Letter read(Path mime, Path folder) throws MessagingException, IOException {
        try (var bytes = new SharedFileInputStream(mime.toFile())) {
            var mail = new MimeMessage(SESSION, bytes);
            var parts = new Parts(folder);
            parts.read(mail);
            return letter(mail, parts);
        }
    }

    private static Letter letter(MimeMessage mail, Parts parts) throws MessagingException {
        var from = from(mail);
        String address = from == null ? null : bare(from.getAddress());
        var replyTo = replyTo(mail, address);
        String subject = subject(mail);
        return new Letter(
                MessageIds.parse(header(mail, "Message-ID")).stream()
                        .findFirst()
                        .orElse(null),
                references(mail),
                address,
                from == null ? null : name(from),
                replyTo == null ? null : bare(replyTo.getAddress()),
                replyTo == null ? null : name(replyTo),
                addresses(mail, "To"),
                addresses(mail, "Cc"),
                recipients(mail),
                subject,
                header(mail, "Date"),
                parts.html(),
                parts.text(),
                parts.files(),
                Automatic.is(mail, address, subject),
                parts.bounce());
    }

    private static List<String> references(MimeMessage mail) throws MessagingException {
        var ids = new LinkedHashSet<>(MessageIds.parse(header(mail, "References")));
        ids.addAll(MessageIds.parse(header(mail, "In-Reply-To")));
        return List.copyOf(ids);
    }

    private static String subject(MimeMessage mail) throws MessagingException {
        String subject = Charsets.header(header(mail, "Subject"));
        return subject == null
                ? ""
                : subject.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    /** Who wrote it, or failing that who handed it in. */
    private static InternetAddress from(MimeMessage mail) throws MessagingException {
        for (var name : List.of("From", "Sender", "Reply-To", "Return-Path")) {
            for (var address : parse(header(mail, name))) if (bare(address.getAddress()) != null) return address;
        }
        return null;
    }

    private static InternetAddress replyTo(MimeMessage mail, String from) throws MessagingException {
        for (var address : parse(header(mail, "Reply-To"))) {
            String bare = bare(address.getAddress());
            if (bare != null) return bare.equals(from) ? null : address;
        }
        return null;
    }

    private static String name(InternetAddress address) {
        String name = Charsets.header(address.getPersonal());
        if (name == null) return null;
        String line = name.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (line.isEmpty()) return null;
        return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME);
    }

    private static List<String> addresses(MimeMessage mail, String name) throws MessagingException {
        var found = new LinkedHashSet<String>();
        for (var address : parse(header(mail, name))) {
            String bare = bare(address.getAddress());
            if (bare != null) found.add(bare);
        }
        return found.stream().limit(MOST_ADDRESSES).toList();
    }

    private static List<String> recipients(MimeMessage mail) throws MessagingException {
        var all = new LinkedHashSet<String>();
        for (var name : DELIVERED) all.addAll(addresses(mail, name));
        for (var name : List.of("To", "Cc", "Bcc")) all.addAll(addresses(mail, name));
        return List.copyOf(all);
    }

    private static List<InternetAddress> parse(String header) {
        if (header == null) return List.of();
        try {
            var parsed = List.of(InternetAddress.parseHeader(header, false));
            boolean anyIsGood = parsed.stream().anyMatch(address -> bare(address.getAddress()) != null);
            return anyIsGood ? parsed : searched(header);
        } catch (AddressException e) {
            return searched(header);
        }
    }

    /** The addresses in a header that breaks the rules. */
    private static List<InternetAddress> searched(String header) {
        var found = new ArrayList<InternetAddress>();
        var address = ADDRESS.matcher(header);
        while (address.find() && found.size() < MOST_ADDRESSES) {
            var one = new InternetAddress();
            one.setAddress(address.group());
            found.add(one);
        }
        return found;
    }

    private static String bare(String address) {
        return Emails.parse(address)
                .map(email -> email.toLowerCase(Locale.ROOT))
                .orElse(null);
    }

    private static String header(MimeMessage mail, String name) throws MessagingException {
        return mail.getHeader(name, ", ");
    }
}
