package dev.hilo.demo;

import dev.hilo.html.Html;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Stores the help centre, with an article in each language on each topic, and the prepared answers. */
final class Library {

    private static final int PUBLISHED = 2;

    /** A folder of the help centre: the topics of a group. */
    private record Folder(String group, String english, String spanish) {}

    private static final List<Folder> FOLDERS = List.of(
            new Folder(Cast.ORDERS, "Orders and delivery", "Pedidos y entregas"),
            new Folder(Cast.RETURNS, "Returns, refunds, warranty", "Devoluciones, reembolsos y garantía"),
            new Folder(Cast.TECHNICAL, "Devices, app and account", "Dispositivos, aplicación y cuenta"),
            new Folder(Cast.BILLING, "Payments and invoices", "Pagos y facturas"),
            new Folder(Cast.CLOUD, "Acme Cloud for companies", "Acme Cloud para empresas"));

    /** Words in a language. @param agent who wrote them; null on categories and folders */
    private record Text(String kind, long id, Language language, String title, String html, Cast.Agent agent) {}

    private final Handle handle;
    private final Desk desk;
    private final World world;
    private final Dice dice;
    private final List<Text> texts = new ArrayList<>();

    Library(Handle handle, Desk desk, World world, Dice dice) {
        this.handle = handle;
        this.desk = desk;
        this.world = world;
        this.dice = dice;
    }

    void store() {
        storeHelpCentre();
        storeCanned();
    }

    private void storeHelpCentre() {
        long category = Copy.ids(handle, 1);
        desk.copy("solution_categories", "id, created_at, updated_at", List.of(category), id ->
                new Object[] {id, desk.founded(), desk.founded()});
        both("category", category, "Help centre", "Centro de ayuda");
        var folders = Copy.numbered(handle, FOLDERS);
        desk.copy("solution_folders", "id, category_id, created_at, updated_at", FOLDERS, f ->
                new Object[] {folders.get(f), category, desk.founded(), desk.founded()});
        FOLDERS.forEach(f -> both("folder", folders.get(f), f.english, f.spanish));
        var articles = Copy.numbered(handle, world.topics());
        desk.copy(
                "solution_articles",
                "id, folder_id, type, tags, thumbs_up, thumbs_down, hits, created_at, updated_at",
                world.topics(),
                t -> article(t, articles, folderOf(t, folders)));
        desk.copy(
                "solution_texts",
                "kind, id, language, title, description, description_text, status, agent_id,"
                        + " created_at, updated_at",
                texts,
                this::row);
    }

    private void both(String kind, long id, String english, String spanish) {
        texts.add(new Text(kind, id, Language.EN, english, "", null));
        texts.add(new Text(kind, id, Language.ES, spanish, "", null));
    }

    private static long folderOf(Topic topic, Map<Folder, Long> folders) {
        return FOLDERS.stream()
                .filter(folder -> folder.group.equals(topic.group()))
                .findFirst()
                .map(folders::get)
                .orElseThrow();
    }

    private Object[] article(Topic topic, Map<Topic, Long> ids, long folder) {
        var author = Cast.of(topic.group(), dice);
        for (var language : Language.values()) {
            var lines = topic.in(language);
            String html = Letter.of(lines.all("body").getFirst()).richHtml();
            String title = lines.all("article").getFirst();
            texts.add(new Text("article", ids.get(topic), language, title, html, author));
        }
        int read = (int) (dice.around(120, 0.8) * topic.weight());
        var changed = desk.founded().plus(Duration.ofDays(dice.between(0, 340)));
        return new Object[] {
            ids.get(topic),
            folder,
            1,
            topic.tags(),
            read / dice.between(9, 20),
            read / dice.between(40, 90),
            read,
            desk.founded(),
            changed
        };
    }

    private Object[] row(Text text) {
        boolean article = text.kind.equals("article");
        return new Object[] {
            text.kind,
            text.id,
            text.language.code,
            text.title,
            text.html,
            Html.toText(text.html),
            article ? PUBLISHED : null,
            desk.id(text.agent),
            desk.founded(),
            desk.founded()
        };
    }

    private void storeCanned() {
        record Canned(Language language, String title, String text) {}
        var topic = TopicReader.single("canned");
        var canned = new ArrayList<Canned>();
        topic.texts()
                .forEach((language, lines) -> lines.byOccasion()
                        .forEach((title, answers) -> canned.add(new Canned(language, title, answers.getFirst()))));
        long general = Copy.ids(handle, 2);
        var folders = List.of(Language.EN, Language.ES);
        desk.copy("canned_response_folders", "id, name, created_at, updated_at", folders, language -> new Object[] {
            general + language.ordinal(),
            language == Language.ES ? "Español" : "Support",
            desk.founded(),
            desk.founded()
        });
        desk.copy(
                "canned_responses",
                "folder_id, title, content, content_html, visibility, created_at, updated_at",
                canned,
                c -> {
                    String html = Letter.of(c.text).richHtml();
                    return new Object[] {
                        general + c.language.ordinal(),
                        c.title,
                        Html.toText(html),
                        html,
                        0,
                        desk.founded(),
                        desk.founded()
                    };
                });
    }
}
