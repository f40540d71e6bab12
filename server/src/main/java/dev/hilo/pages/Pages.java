package dev.hilo.pages;

import dev.hilo.api.FieldError;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.util.List;
import java.util.Map;

/** What every {@code …Pages} class answers through. */
public final class Pages {

    private final Views views;

    public Pages(Views views) {
        this.views = views;
    }

    static Views.Reader reader(Call call) {
        return reader(call, null);
    }

    private static Views.Reader reader(Call call, Guest guest) {
        return new Views.Reader(
                call.account(),
                call.visitor(),
                guest,
                call.cookie(Views.THEME),
                call.cookie(Views.LANGUAGE),
                call.header("Accept-Language"));
    }

    /** A whole page. @param section of the navigation @param titleKey a phrase @param page what the template shows */
    public Answer page(Call call, String template, String section, String titleKey, Object page) {
        return views.page(reader(call), template, section, titleKey, page);
    }

    /** A whole page whose title is no phrase. */
    public Answer titled(Call call, String template, String section, String title, Object page) {
        return views.titled(reader(call), template, section, title, page);
    }

    /** A whole page for somebody who is no agent. @param guest null for one who is not known */
    public Answer.Html forGuest(Call call, Guest guest, String template, String title, Object page) {
        return (Answer.Html) views.titled(reader(call, guest), template, "help", title, page);
    }

    /** A part of a page for somebody who is no agent. */
    public Answer partForGuest(Call call, Guest guest, String template, Object page) {
        return views.part(reader(call, guest), template, page);
    }

    /** What a guest reads in. */
    public Frame frame(Call call, Guest guest) {
        return views.frame(reader(call, guest), "help", "");
    }

    /** A part of a page, for htmx. */
    public Answer part(Call call, String template, Object page) {
        return views.part(reader(call), template, page);
    }

    /** The same, with headers such as {@code HX-Trigger}. */
    public Answer part(Call call, String template, Object page, Map<String, String> headers) {
        return views.part(reader(call), template, page, headers);
    }

    /** Nothing new to look at, but a line that says what was done. @param textKey a phrase */
    public Answer said(Call call, String textKey) {
        var phrases = frame(call).phrases();
        var toast = InboxPages.toast(phrases, phrases.text(textKey), null);
        return new Answer.Html(200, "", Map.of("HX-Trigger", toast), List.of());
    }

    /** A part, and a line that says what was done. @param textKey a phrase */
    public Answer partSaid(Call call, String template, Object page, String textKey) {
        var phrases = frame(call).phrases();
        return part(call, template, page, Map.of("HX-Trigger", InboxPages.toast(phrases, phrases.text(textKey), null)));
    }

    /** A form that is shown again with its faults says so by its status too. */
    public static Answer refused(Answer page, List<FieldError> problems) {
        if (problems.isEmpty()) return page;
        return new Answer.Html(400, ((Answer.Html) page).body(), Map.of(), List.of());
    }

    /** What the reader reads in: language, time zone. */
    public Frame frame(Call call) {
        return views.frame(reader(call), "", "");
    }
}
