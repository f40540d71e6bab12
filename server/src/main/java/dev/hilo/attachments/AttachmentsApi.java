package dev.hilo.attachments;

import dev.hilo.errors.Refusal;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/v2/attachments}, and the signed addresses under which files are fetched. */
public final class AttachmentsApi {

    /** Where signed addresses lead. */
    public static final String DOWNLOAD = SignedAddress.ROUTE;

    /** What they say in their query. */
    public static final Class<? extends Record> SIGNATURE = SignedAddress.Query.class;

    private final Attachments attachments;
    private final Detaching detaching;

    public AttachmentsApi(Attachments attachments, Detaching detaching) {
        this.attachments = attachments;
        this.detaching = detaching;
    }

    public Answer download(Call call) {
        var address = SignedAddress.read(call.id(), call.parameters(SignedAddress.Query.class));
        return attachments.find(address).orElseThrow(Refusal.NotFound::new).download();
    }

    public Answer delete(Call call) {
        detaching.detach(call.caller(), call.id());
        return Answer.done();
    }
}
