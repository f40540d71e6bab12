package dev.hilo.client;

import dev.hilo.api.CannedResponse;
import dev.hilo.api.CannedResponseFolder;
import dev.hilo.api.JobStarted;
import java.util.List;
import java.util.Map;

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

    /** {@code client.cannedResponses().create(Map.of("title", "Hello", "content_html", "Hi!", "folder_id", 7, "visibility", 0))} */
    public CannedResponse create(Object body) {
        return post("/canned_responses", body, CannedResponse.class);
    }

    /** A job: {@code client.cannedResponses().createMany(List.of(first, second))}. */
    public JobStarted createMany(List<?> responses) {
        return post("/canned_responses/bulk", Map.of("canned_responses", responses), JobStarted.class);
    }

    /** {@code client.cannedResponses().update(7, Map.of("title", "Good morning"))} */
    public CannedResponse update(long id, Object body) {
        return put("/canned_responses/" + id, body, CannedResponse.class);
    }

    /** {@code client.cannedResponses().createFolder("Greetings")} */
    public CannedResponseFolder createFolder(String name) {
        return post(FOLDERS, Map.of("name", name), CannedResponseFolder.class);
    }

    /** {@code client.cannedResponses().renameFolder(7, "Farewells")} */
    public CannedResponseFolder renameFolder(long id, String name) {
        return put(FOLDERS + "/" + id, Map.of("name", name), CannedResponseFolder.class);
    }
}
