package dev.hilo.pages;

import dev.hilo.accounts.Account;
import dev.hilo.web.Answer;
import dev.hilo.web.Visitor;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Writes templates, which were compiled with the program, as answers. */
public final class Views {

    /** The cookie with the colours that this browser is to have. */
    static final String THEME = "hilo_theme";

    /** The cookie with the language for those who are not logged in. */
    static final String LANGUAGE = "hilo_language";

    private final Assets assets;
    private final Clock clock;
    private volatile TemplateEngine engine;

    public Views(Assets assets, Clock clock) {
        this.assets = assets;
        this.clock = clock;
    }

    /** What a handler knows of the one who asks. */
    public record Reader(
            Account account, Visitor visitor, Guest guest, String theme, String language, String accepted) {
        Phrases phrases() {
            if (guest != null) return Phrases.in(language, guest.language());
            if (visitor != null) return Phrases.in(visitor.language(), language);
            return language == null ? Phrases.accepted(accepted) : Phrases.in(language);
        }
    }

    /** A whole page. @param template without its ending @param titleKey a phrase */
    public Answer page(Reader reader, String template, String section, String titleKey, Object page) {
        return titled(reader, template, section, reader.phrases().text(titleKey), page);
    }

    /** A whole page with a title of its own, such as a ticket's subject. */
    public Answer titled(Reader reader, String template, String section, String title, Object page) {
        return new Answer.Html(render(template, frame(reader, section, title), page));
    }

    /** A part of a page, for htmx to put in its place. */
    public Answer part(Reader reader, String template, Object page) {
        return new Answer.Html(render(template, frame(reader, "", ""), page));
    }

    /** The same, with events for the script of the page. */
    public Answer part(Reader reader, String template, Object page, Map<String, String> headers) {
        return new Answer.Html(200, render(template, frame(reader, "", ""), page), headers, List.of());
    }

    Frame frame(Reader reader, String section, String title) {
        var phrases = reader.phrases();
        String name = reader.account == null ? "Hilo" : reader.account.name();
        return new Frame(
                name,
                reader.visitor,
                title,
                section,
                theme(reader.theme),
                phrases,
                new Moments(phrases, zone(reader), clock),
                assets);
    }

    private static String zone(Reader reader) {
        if (reader.guest != null) return reader.guest.timeZone();
        return reader.visitor == null ? null : reader.visitor.timeZone();
    }

    private static String theme(String cookie) {
        return "light".equals(cookie) || "dark".equals(cookie) ? cookie : "auto";
    }

    String render(String template, Frame frame, Object page) {
        var out = new StringOutput(16 * 1024);
        engine().render(template + ".jte", Map.of("frame", frame, "page", page), out);
        return out.toString();
    }

    private TemplateEngine engine() {
        if (engine == null) engine = TemplateEngine.createPrecompiled(ContentType.Html);
        return engine;
    }
}
