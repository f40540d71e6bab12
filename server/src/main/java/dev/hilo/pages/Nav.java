package dev.hilo.pages;

import dev.hilo.accounts.Privilege;
import java.util.List;

/** Where one can go from everywhere, and what one can do by key. */
public final class Nav {

    /**
     * @param section as the pages name it
     * @param key after {@code g}; empty for none
     * @param privilege without which the item is not shown, or null
     */
    public record Item(String section, String path, String icon, String titleKey, String key, Privilege privilege) {}

    /**
     * Something that a key does.
     *
     * @param key of the phrase, after {@code keys.}
     * @param where {@code list} or {@code ticket}, or empty for everywhere
     */
    public record Verb(String key, String press, String icon, String where) {}

    private static final List<Item> ITEMS = List.of(
            new Item("inbox", "/inbox", "inbox", "inbox.title", "i", Privilege.VIEW_TICKETS),
            new Item("attention", "/attention", "alert-triangle", "attention.title", "n", Privilege.VIEW_TICKETS),
            new Item("dashboards", "/dashboards/volume", "chart-bar", "dashboards.title", "d", Privilege.VIEW_TICKETS),
            new Item("people", "/contacts", "users", "people.title", "c", Privilege.VIEW_CONTACTS),
            new Item("solutions", "/solutions", "book", "solutions.title", "k", Privilege.VIEW_SOLUTIONS),
            new Item("simulations", "/simulations", "flask", "simulation.titles", "s", Privilege.ADMINISTER),
            new Item("ai", "/ai", "sparkles", "ai.title", "a", Privilege.ADMINISTER),
            new Item("setup", "/setup", "settings", "setup.title", "u", Privilege.ADMINISTER));

    public static final List<Verb> VERBS = List.of(
            new Verb("next", "j", "arrow-down", "list"),
            new Verb("previous", "k", "arrow-up", "list"),
            new Verb("open", "Enter", "arrow-right", "list"),
            new Verb("select", "x", "checkbox", "list"),
            new Verb("reply", "r", "arrow-back-up", "ticket"),
            new Verb("note", "n", "note", "ticket"),
            new Verb("propose", "d", "sparkles", "ticket"),
            new Verb("accept", "y", "check", "ticket"),
            new Verb("adopt", "i", "edit", "ticket"),
            new Verb("refuse", "x", "x", "ticket"),
            new Verb("forward", "f", "arrow-forward-up", "ticket"),
            new Verb("merge", "m", "git-merge", "ticket"),
            new Verb("close", "e", "circle-check", ""),
            new Verb("assign", "a", "user-plus", ""),
            new Verb("label", "l", "tag", ""),
            new Verb("search", "/", "search", ""),
            new Verb("help", "?", "keyboard", ""));

    private Nav() {}

    public static List<Item> of(Frame frame) {
        return ITEMS.stream()
                .filter(item -> item.privilege() == null || frame.may(item.privilege()))
                .toList();
    }
}
