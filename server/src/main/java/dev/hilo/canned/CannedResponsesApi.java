package dev.hilo.canned;

import dev.hilo.api.CreateCannedResponses;
import dev.hilo.api.FieldError;
import dev.hilo.api.JobStarted;
import dev.hilo.api.SaveCannedResponse;
import dev.hilo.api.SaveCannedResponseFolder;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.jobs.ApiJobs;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/v2/canned_responses} and {@code canned_response_folders} */
public final class CannedResponsesApi {

    private final CannedResponses responses;
    private final Database database;
    private final ApiJobs jobs;

    public CannedResponsesApi(CannedResponses responses, Database database, ApiJobs jobs) {
        this.responses = responses;
        this.database = database;
        this.jobs = jobs;
    }

    public Answer view(Call call) {
        return Answer.ok(responses.view(call.caller(), call.address(), call.id()));
    }

    public Answer create(Call call) {
        var made = responses.create(call.caller(), call.address(), call.body(SaveCannedResponse.class));
        return Answer.created("canned_responses/" + made.id(), made);
    }

    public Answer update(Call call) {
        return Answer.ok(
                responses.update(call.caller(), call.address(), call.id(), call.body(SaveCannedResponse.class)));
    }

    public Answer createMany(Call call) {
        var asked = call.body(CreateCannedResponses.class);
        if (asked.cannedResponses().stream().anyMatch(r -> r.attachments() != null)) {
            throw new Refusal.Invalid(FieldError.unexpected("canned_responses.attachments"));
        }
        String id =
                database.write(h -> jobs.start(h, call.caller(), CreateManyResponses.KIND, asked, call.requestId()));
        return Answer.accepted(new JobStarted(id, call.address().of("/api/v2/jobs/" + id)));
    }

    public Answer folders(Call call) {
        return Answer.page(responses.folders(call.caller(), call.paging()));
    }

    public Answer folder(Call call) {
        return Answer.ok(responses.folder(call.caller(), call.id()));
    }

    public Answer responses(Call call) {
        return Answer.page(responses.responses(call.caller(), call.address(), call.id(), call.paging()));
    }

    public Answer createFolder(Call call) {
        var made = responses.createFolder(
                call.caller(), call.body(SaveCannedResponseFolder.class).name());
        return Answer.created("canned_response_folders/" + made.id(), made);
    }

    public Answer renameFolder(Call call) {
        return Answer.ok(responses.renameFolder(
                call.caller(),
                call.id(),
                call.body(SaveCannedResponseFolder.class).name()));
    }
}
