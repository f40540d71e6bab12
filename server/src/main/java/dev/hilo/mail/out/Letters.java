package dev.hilo.mail.out;

import dev.hilo.accounts.Secrets;
import dev.hilo.attachments.Attachments;
import dev.hilo.attachments.FileContent;
import dev.hilo.attachments.Owner;
import dev.hilo.contacts.Emails;
import dev.hilo.mail.MailMessage;
import dev.hilo.mail.MailMessages;
import dev.hilo.mail.ReplyToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Makes mails of what the outbox and the tickets hold. */
final class Letters {

    private final Wording wording;
    private final Secrets secrets;
    private final Attachments attachments;
    private final Optional<ReplyToken.Place> replyPlace;

    Letters(Wording wording, Secrets secrets, Attachments attachments, Optional<ReplyToken.Place> replyPlace) {
        this.wording = wording;
        this.secrets = secrets;
        this.attachments = attachments;
        this.replyPlace = replyPlace;
    }

    MimeMail mail(Handle handle, long accountId, Letter written, Instant now) {
        var letter = wording.worded(handle, accountId, written);
        String html = letter.withHistory() ? letter.body() + history(handle, accountId, letter) : letter.body();
        var images = InlineImages.of(html);
        var shown = new HashMap<Long, FileContent>();
        attachments
                .contentsOfTicket(handle, accountId, letter.ticketId(), images.ids())
                .forEach(file -> shown.put(file.id(), file));
        Map<String, FileContent> pictures = new LinkedHashMap<>();
        shown.values().forEach(file -> pictures.put(contentId(letter, file.id()), file));
        return new MimeMail(
                letter,
                replyTo(handle, accountId, letter),
                thread(handle, accountId, letter),
                images.rewritten(html, shown, id -> contentId(letter, id)),
                pictures,
                files(handle, accountId, letter).stream()
                        .filter(file -> !shown.containsKey(file.id()))
                        .toList(),
                now);
    }

    private static String history(Handle handle, long accountId, Letter letter) {
        return History.html(handle.attach(SendingStore.class)
                .history(accountId, letter.ticketId(), letter.createdAt(), History.MOST));
    }

    private static String contentId(Letter letter, long fileId) {
        String domain = letter.messageId().substring(letter.messageId().lastIndexOf('@'));
        return fileId + "." + letter.id() + domain;
    }

    /** A bare address; where tokens are off, that of the mailbox itself. */
    String replyTo(Handle handle, long accountId, Letter letter) {
        String from = Emails.bare(letter.fromEmail());
        return replyPlace
                .map(place -> new ReplyToken(secrets.of(handle, accountId)).address(from, letter.ticketId(), place))
                .orElse(from);
    }

    private static List<String> thread(Handle handle, long accountId, Letter letter) {
        return MailMessages.thread(handle, accountId, letter.ticketId(), letter.isPublic(), letter.createdAt()).stream()
                .map(MailMessage::messageId)
                .filter(id -> !id.equals(letter.messageId()))
                .toList();
    }

    private List<FileContent> files(Handle handle, long accountId, Letter letter) {
        var files = new ArrayList<FileContent>();
        if (letter.conversationId() != null && letter.kind() != MailKind.NOTIFICATION) {
            files.addAll(attachments.contents(handle, accountId, Owner.CONVERSATION, letter.conversationId()));
        }
        if (letter.withFiles() || letter.kind() == MailKind.OUTBOUND) {
            files.addAll(attachments.contents(handle, accountId, Owner.TICKET, letter.ticketId()));
        }
        return files;
    }
}
