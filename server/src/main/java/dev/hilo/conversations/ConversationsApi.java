package dev.hilo.conversations;

import dev.hilo.api.Conversation;
import dev.hilo.api.ConversationUpdated;
import dev.hilo.api.CreateForward;
import dev.hilo.api.CreateNote;
import dev.hilo.api.CreateReply;
import dev.hilo.api.CreateReplyToForward;
import dev.hilo.api.NoteCreated;
import dev.hilo.api.ReplyCreated;
import dev.hilo.api.UpdateConversation;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import dev.hilo.web.Versioned;

/** {@code /api/v2/tickets/{id}/conversations} and what is written there. */
public final class ConversationsApi {

    private final Conversations conversations;

    public ConversationsApi(Conversations conversations) {
        this.conversations = conversations;
    }

    public Answer list(Call call) {
        return Answer.page(conversations.list(call.caller(), call.address(), call.id(), false, call.paging()));
    }

    public Answer listArchived(Call call) {
        return Answer.page(conversations.list(call.caller(), call.address(), call.id(), true, call.paging()));
    }

    public Answer view(Call call) {
        return Answer.versioned(conversations.view(call.caller(), call.address(), call.id()));
    }

    public Answer reply(Call call) {
        var entry = conversations
                .reply(call.caller(), call.address(), call.id(), call.body(CreateReply.class))
                .entry();
        return created(entry, replied(entry));
    }

    public Answer note(Call call) {
        var written = conversations.note(call.caller(), call.address(), call.id(), call.body(CreateNote.class));
        return created(written.entry(), noted(written));
    }

    public Answer forward(Call call) {
        var entry = conversations
                .forward(call.caller(), call.address(), call.id(), call.body(CreateForward.class))
                .entry();
        return created(entry, entry.withoutSourceInfo());
    }

    public Answer replyToForward(Call call) {
        var entry = conversations
                .replyToForward(call.caller(), call.address(), call.id(), call.body(CreateReplyToForward.class))
                .entry();
        return created(entry, entry.withoutSourceInfo());
    }

    public Answer edit(Call call) {
        var entry = conversations.edit(
                call.caller(), call.address(), call.id(), call.body(UpdateConversation.class), call.ifMatch());
        return Answer.versioned(new Versioned<>(edited(entry.body()), entry.version()));
    }

    public Answer delete(Call call) {
        conversations.delete(call.caller(), call.id(), call.ifMatch());
        return Answer.done();
    }

    private static Answer created(Conversation entry, Object body) {
        return Answer.created("conversations/" + entry.id(), body);
    }

    private static ReplyCreated replied(Conversation entry) {
        return new ReplyCreated(
                entry.id(),
                entry.userId(),
                entry.fromEmail(),
                entry.ccEmails(),
                entry.bccEmails(),
                entry.body(),
                entry.bodyText(),
                entry.ticketId(),
                entry.toEmails(),
                entry.attachments(),
                null,
                entry.createdAt(),
                entry.updatedAt(),
                entry.toEmails(),
                entry.structuredBody());
    }

    /** The answer names the support address, though lists show none on notes: so it was recorded. */
    private static NoteCreated noted(Conversations.Written written) {
        var entry = written.entry();
        return new NoteCreated(
                entry.body(),
                entry.bodyText(),
                entry.structuredBody(),
                entry.id(),
                entry.incoming(),
                entry.isPrivate(),
                entry.userId(),
                written.supportEmail(),
                entry.ticketId(),
                entry.toEmails(),
                entry.createdAt(),
                entry.updatedAt(),
                entry.attachments(),
                entry.toEmails());
    }

    private static ConversationUpdated edited(Conversation entry) {
        return new ConversationUpdated(
                entry.bodyText(),
                entry.body(),
                entry.id(),
                entry.incoming(),
                entry.isPrivate(),
                entry.userId(),
                entry.supportEmail(),
                entry.ticketId(),
                entry.toEmails(),
                entry.attachments(),
                entry.createdAt(),
                entry.updatedAt());
    }
}
