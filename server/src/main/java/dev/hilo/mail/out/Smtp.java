package dev.hilo.mail.out;

import dev.hilo.config.Mail;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands mail to a server, and makes of its answers what became of each recipient. */
final class Smtp {

    private static final Logger LOG = LoggerFactory.getLogger(Smtp.class);

    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "60000";
    private static final int LONGEST_ANSWER = 500;

    private final Mail.Relay relay;

    Smtp(Mail.Relay relay) {
        this.relay = relay;
    }

    /** @param sender the address to which the mail is given back when it cannot be delivered */
    static Session session(Mail.Relay relay, String sender) {
        var settings = new Properties();
        String protocol = relay.tls() == Mail.Tls.ON ? "smtps" : "smtp";
        String prefix = "mail." + protocol + ".";
        settings.setProperty(prefix + "from", sender);
        settings.setProperty(prefix + "sendpartial", "true");
        settings.setProperty(prefix + "connectiontimeout", CONNECT_MILLIS);
        settings.setProperty(prefix + "timeout", ANSWER_MILLIS);
        settings.setProperty(prefix + "writetimeout", ANSWER_MILLIS);
        settings.setProperty(prefix + "ssl.checkserveridentity", "true");
        settings.setProperty(prefix + "auth", Boolean.toString(relay.userName().isPresent()));
        settings.setProperty(
                prefix + "starttls.enable",
                Boolean.toString(relay.tls() == Mail.Tls.STARTTLS || relay.tls() == Mail.Tls.IF_OFFERED));
        settings.setProperty(prefix + "starttls.required", Boolean.toString(relay.tls() == Mail.Tls.STARTTLS));
        settings.setProperty("mail.transport.protocol", protocol);
        settings.setProperty("mail.transport.protocol.rfc822", protocol);
        return Session.getInstance(settings);
    }

    /** @param recipients bare addresses; those in the headers do not count */
    Delivery send(Session session, MimeMessage mail, List<String> recipients) {
        Transport transport = null;
        try {
            transport = session.getTransport();
            transport.connect(
                    relay.host(),
                    relay.port(),
                    relay.userName().orElse(null),
                    relay.userName().map(name -> relay.password().value()).orElse(null));
            return send(transport, mail, recipients);
        } catch (MessagingException e) {
            return Delivery.putOff(recipients, reason(e), false, true);
        } finally {
            close(transport);
        }
    }

    /** How the goodbye goes changes nothing about the mail: a server may hang up once it has it. */
    private static void close(Transport transport) {
        try {
            if (transport != null) transport.close();
        } catch (MessagingException e) {
            LOG.debug("A mail server hung up: {}", e.toString());
        }
    }

    private static Delivery send(Transport transport, MimeMessage mail, List<String> recipients)
            throws MessagingException {
        var addresses = new Address[recipients.size()];
        for (int i = 0; i < addresses.length; i++) addresses[i] = new InternetAddress(recipients.get(i));
        try {
            transport.sendMessage(mail, addresses);
            return new Delivery(
                    recipients.stream()
                            .map(address -> new Delivery.Outcome(address, RecipientRow.State.ACCEPTED, 250, null))
                            .toList(),
                    null,
                    false,
                    false);
        } catch (SendFailedException e) {
            return of(e, recipients);
        } catch (MessagingException e) {
            return Delivery.putOff(recipients, reason(e), true, true);
        }
    }

    private static Delivery of(SendFailedException failure, List<String> recipients) {
        Set<String> accepted = texts(failure.getValidSentAddresses());
        var ofAddress = new HashMap<String, Answer>();
        Answer ofMail = null;
        for (Exception e = failure; e instanceof MessagingException m; e = m.getNextException()) {
            switch (m) {
                case SMTPAddressFailedException a ->
                    ofAddress.put(a.getAddress().getAddress(), new Answer(a.getReturnCode(), reason(a)));
                case SMTPSendFailedException s -> ofMail = new Answer(s.getReturnCode(), reason(s));
                case SMTPSenderFailedException s -> ofMail = new Answer(s.getReturnCode(), reason(s));
                default -> {}
            }
        }
        return of(recipients, accepted, ofAddress, ofMail == null ? new Answer(-1, reason(failure)) : ofMail);
    }

    /** What the server said. @param code negative when it said nothing */
    private record Answer(int code, String text) {
        boolean isForGood() {
            return code >= 500;
        }
    }

    private static Delivery of(
            List<String> recipients, Set<String> accepted, Map<String, Answer> ofAddress, Answer ofMail) {
        var outcomes = recipients.stream()
                .map(address -> {
                    if (accepted.contains(address)) {
                        return new Delivery.Outcome(address, RecipientRow.State.ACCEPTED, 250, null);
                    }
                    var answer = ofAddress.getOrDefault(address, ofMail);
                    var state = answer.isForGood() ? RecipientRow.State.REFUSED : RecipientRow.State.PENDING;
                    return new Delivery.Outcome(
                            address, state, answer.code() < 0 ? null : answer.code(), answer.text());
                })
                .toList();
        boolean doubtful = ofMail.code() < 0 && ofAddress.isEmpty();
        String error = outcomes.stream()
                .map(Delivery.Outcome::answer)
                .filter(answer -> answer != null)
                .findFirst()
                .orElse(ofMail.text());
        return new Delivery(outcomes, error, doubtful, doubtful);
    }

    private static Set<String> texts(Address[] addresses) {
        var texts = new HashSet<String>();
        if (addresses == null) return texts;
        for (var address : addresses) texts.add(((InternetAddress) address).getAddress());
        return texts;
    }

    /** In one line, with what the network or TLS had to say; it never holds what we sent. */
    static String reason(MessagingException e) {
        String text = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        Throwable root = e;
        while (root.getCause() != null) root = root.getCause();
        if (!(root instanceof MessagingException)) text += ": " + root.getMessage();
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST_ANSWER ? line : line.substring(0, LONGEST_ANSWER);
    }
}
