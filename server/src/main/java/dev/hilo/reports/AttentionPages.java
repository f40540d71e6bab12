package dev.hilo.reports;

import dev.hilo.pages.Desk;
import dev.hilo.pages.Pages;
import dev.hilo.pages.Phrases;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.util.List;

/** {@code /attention}, and {@code /api/hilo/v1/attention} for programs. */
public final class AttentionPages {

    /** @param me takes a ticket */
    public record AttentionPage(List<Attention.Item> items, long me, Desk.Choices desk) {}

    private final Attention attention;
    private final Desk desk;
    private final Pages pages;

    public AttentionPages(Attention attention, Desk desk, Pages pages) {
        this.attention = attention;
        this.desk = desk;
        this.pages = pages;
    }

    public Answer json(Call call) {
        return Answer.ok(attention.list(call.caller(), Phrases.in("en")));
    }

    public Answer page(Call call) {
        var caller = call.caller();
        var items = attention.list(caller, pages.frame(call).phrases());
        var page = new AttentionPage(items, caller.agentId(), desk.of(caller.accountId()));
        return pages.page(call, "reports/attention", "attention", "attention.title", page);
    }
}
