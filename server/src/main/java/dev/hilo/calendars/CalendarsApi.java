package dev.hilo.calendars;

import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/v2/business_hours} */
public final class CalendarsApi {

    private final Calendars calendars;

    public CalendarsApi(Calendars calendars) {
        this.calendars = calendars;
    }

    public Answer list(Call call) {
        return Answer.page(calendars.list(call.caller(), call.paging()));
    }

    public Answer view(Call call) {
        return Answer.ok(calendars.require(call.caller(), call.id()));
    }
}
