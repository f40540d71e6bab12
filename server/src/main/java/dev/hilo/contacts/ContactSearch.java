package dev.hilo.contacts;

import dev.hilo.accounts.Caller;
import dev.hilo.api.ContactItem;
import dev.hilo.api.SearchResults;
import dev.hilo.db.Database;
import dev.hilo.fields.CustomFields;
import dev.hilo.fields.Forms;
import dev.hilo.fields.Resource;
import dev.hilo.search.Condition;
import dev.hilo.search.Search;
import dev.hilo.search.SearchField.Kind;
import dev.hilo.search.SearchFields;
import dev.hilo.web.Page;

/** Finds contacts in the search language, newest first; deleted and blocked ones are left out. */
public final class ContactSearch {

    private final Database database;
    private final Forms forms;

    public ContactSearch(Database database, Forms forms) {
        this.database = database;
        this.forms = forms;
    }

    SearchResults<ContactItem> search(Caller caller, Search search) {
        var custom = forms.custom(caller.accountId(), Resource.CONTACT);
        var paging = search.paging();
        var condition = Condition.of(search.query(), fields(custom));
        return database.read(h -> {
            var query = new ContactQuery(caller.accountId())
                    .in(null)
                    .where(condition.sql(), condition.binds())
                    .newestFirst();
            var page = Page.of(query.page(h, paging), paging).map(row -> row.item(custom));
            return new SearchResults<>(query.count(h), page.items());
        });
    }

    private static SearchFields fields(CustomFields custom) {
        return new SearchFields()
                .custom(custom, "c.custom_fields")
                .with("active", Kind.FLAG, "c.active")
                .with("company_id", Kind.ID, "c.company_id")
                .with("twitter_id", Kind.TEXT, "c.twitter_id")
                .with("email", Kind.TEXT, "c.email")
                .with("phone", Kind.TEXT, "c.phone")
                .with("mobile", Kind.TEXT, "c.mobile")
                .with("tag", Kind.TEXTS, "c.tags")
                .with("language", Kind.TEXT, "c.language")
                .with("time_zone", Kind.TEXT, "c.time_zone")
                .with("created_at", Kind.TIME, "c.created_at")
                .with("updated_at", Kind.TIME, "c.updated_at");
    }
}
