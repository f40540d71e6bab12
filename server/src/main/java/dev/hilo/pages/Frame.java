package dev.hilo.pages;

import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Privilege;
import dev.hilo.web.Visitor;

/**
 * What every page has around it: who looks, in which language and colours, and where the files are.
 *
 * @param visitor null before the log-in
 * @param title of the page
 * @param section the part of the navigation that the page belongs to: {@code inbox}, {@code profile} …
 * @param theme {@code light}, {@code dark}, or {@code auto} for what the system has
 */
public record Frame(
        String accountName,
        Visitor visitor,
        String title,
        String section,
        String theme,
        Phrases phrases,
        Moments moments,
        Assets assets) {

    public String text(String key, Object... values) {
        return phrases.text(key, values);
    }

    public String count(String key, long number) {
        return phrases.count(key, number);
    }

    public String asset(String name) {
        return assets.path(name);
    }

    public Caller caller() {
        return visitor.caller();
    }

    public boolean may(Privilege privilege) {
        return visitor != null && visitor.caller().may(privilege);
    }

    public boolean isIn(String section) {
        return this.section.equals(section);
    }

    /** For each form that a page sends by itself. */
    public String csrf() {
        return visitor == null ? "" : visitor.token();
    }
}
