package dev.hilo.accountexport;

import dev.hilo.api.AccountExportStarted;
import dev.hilo.api.StartAccountExport;
import dev.hilo.jobs.JobsApi;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/v2/account/export} */
public final class AccountExportApi {

    private final AccountExport export;

    public AccountExportApi(AccountExport export) {
        this.export = export;
    }

    public Answer start(Call call) {
        export.start(call.caller(), call.body(StartAccountExport.class), call.requestId());
        return Answer.accepted(AccountExportStarted.of(call.requestId(), JobsApi.href(call)));
    }
}
