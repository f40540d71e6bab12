package dev.hilo.mail.out;

import dev.hilo.mail.MailAccess;
import jakarta.mail.MessagingException;
import java.util.Optional;

/** Logs in to a server that takes mail, and sends none. */
public final class SmtpTrial {

    private SmtpTrial() {}

    /** What the server or the network has to say against it; nothing where it works. @param sender the support address */
    public static Optional<String> trouble(MailAccess access, String sender) {
        var relay = SendMail.relay(access);
        try (var transport = Smtp.session(relay, sender).getTransport()) {
            transport.connect(
                    relay.host(),
                    relay.port(),
                    relay.userName().orElse(null),
                    relay.userName().map(name -> relay.password().value()).orElse(null));
            return Optional.empty();
        } catch (MessagingException e) {
            return Optional.of(Smtp.reason(e));
        }
    }
}
