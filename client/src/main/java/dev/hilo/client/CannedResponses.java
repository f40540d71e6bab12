package dev.hilo.client;

import dev.hilo.api.CannedResponse;
import dev.hilo.api.CannedResponseFolder;

/** Prepared answers, in folders. */
public final class CannedResponses extends Resource {

    private static final String FOLDERS = "/canned_response_folders";

    CannedResponses(Raw raw) {
        super(raw);
    }

    /** {@code client.cannedResponses().folders()} */
    public Pages<CannedResponseFolder> folders() {
        return pages(FOLDERS, CannedResponseFolder.class);
    }

    /** With the titles of its answers: {@code client.cannedResponses().folder(7)}. */
    public CannedResponseFolder folder(long id) {
        return one(FOLDERS + "/" + id, CannedResponseFolder.class);
    }

    /** {@code client.cannedResponses().in(folder.id())} */
    public Pages<CannedResponse> in(long folder) {
        return pages(FOLDERS + "/" + folder + "/responses", CannedResponse.class);
    }

    /** {@code client.cannedResponses().get(7)} */
    public CannedResponse get(long id) {
        return one("/canned_responses/" + id, CannedResponse.class);
    }
}
