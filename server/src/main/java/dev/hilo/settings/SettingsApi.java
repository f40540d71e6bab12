package dev.hilo.settings;

import dev.hilo.api.BccEmails;
import dev.hilo.api.HelpdeskSettings;
import dev.hilo.api.UpdateEmailSettings;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.util.List;

/** {@code /api/v2/settings}, {@code /api/v2/email/settings} and {@code /api/v2/notifications}. */
public final class SettingsApi {

    private final MailSettings mail;

    public SettingsApi(MailSettings mail) {
        this.mail = mail;
    }

    public Answer helpdesk(Call call) {
        var account = call.account();
        return Answer.ok(new HelpdeskSettings(
                account.language(), account.supportedLanguages(), account.portalLanguages(), List.of()));
    }

    public Answer email(Call call) {
        return Answer.ok(mail.of(call.account().accountId()));
    }

    public Answer updateEmail(Call call) {
        return Answer.ok(mail.update(call.account().accountId(), call.body(UpdateEmailSettings.class)));
    }

    public Answer bcc(Call call) {
        return Answer.ok(mail.bcc(call.account().accountId()));
    }

    public Answer updateBcc(Call call) {
        return Answer.ok(mail.updateBcc(call.account().accountId(), call.body(BccEmails.class)));
    }
}
