package dev.hilo.knowledge.sources;

import dev.hilo.api.AddKnowledgeFiles;
import dev.hilo.api.CreateKnowledgeSource;
import dev.hilo.api.UpdateKnowledgeSource;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/hilo/v1/knowledge/sources} */
public final class SourcesApi {

    private final Sources sources;

    public SourcesApi(Sources sources) {
        this.sources = sources;
    }

    public Answer list(Call call) {
        return Answer.page(sources.list(call.caller(), call.paging()));
    }

    public Answer create(Call call) {
        var made = sources.create(call.caller(), call.body(CreateKnowledgeSource.class));
        return new Answer.Created("/api/hilo/v1/knowledge/sources/" + made.id(), made);
    }

    public Answer view(Call call) {
        return Answer.ok(sources.view(call.caller(), call.id()));
    }

    public Answer update(Call call) {
        return Answer.ok(sources.update(call.caller(), call.id(), call.body(UpdateKnowledgeSource.class)));
    }

    public Answer delete(Call call) {
        sources.delete(call.caller(), call.id());
        return Answer.done();
    }

    public Answer read(Call call) {
        return Answer.accepted(sources.read(call.caller(), call.id()));
    }

    public Answer add(Call call) {
        return Answer.ok(sources.add(call.caller(), call.account(), call.id(), call.body(AddKnowledgeFiles.class)));
    }

    public Answer documents(Call call) {
        return Answer.page(sources.documents(call.caller(), call.id(), call.paging()));
    }

    public Answer deleteDocument(Call call) {
        sources.deleteDocument(call.caller(), call.id(), call.id(1));
        return Answer.done();
    }
}
