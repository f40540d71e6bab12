package dev.hilo.companies;

import dev.hilo.accounts.Caller;
import dev.hilo.api.CompanyItem;
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
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Finds companies in the search language, newest first. */
public final class CompanySearch {

    private final Database database;
    private final Forms forms;

    public CompanySearch(Database database, Forms forms) {
        this.database = database;
        this.forms = forms;
    }

    SearchResults<CompanyItem> search(Caller caller, Search search) {
        var custom = forms.custom(caller.accountId(), Resource.COMPANY);
        var paging = search.paging();
        var condition = Condition.of(search.query(), fields(custom));
        String where = CompanyStore.FROM + " and (" + condition.sql() + ")";
        return database.read(h -> {
            var rows = h.createQuery(CompanyStore.COLUMNS + where
                            + " order by created_at desc, id desc limit :limit offset :offset")
                    .bindMap(condition.binds())
                    .bind("accountId", caller.accountId())
                    .bind("limit", paging.limit())
                    .bind("offset", paging.offset())
                    .map(ConstructorMapper.of(CompanyRow.class))
                    .list();
            long total = h.createQuery("select count(*) " + where)
                    .bindMap(condition.binds())
                    .bind("accountId", caller.accountId())
                    .mapTo(long.class)
                    .one();
            var page = Page.of(rows, paging).map(row -> row.item(custom));
            return new SearchResults<>(total, page.items());
        });
    }

    private static SearchFields fields(CustomFields custom) {
        return new SearchFields()
                .custom(custom, "custom_fields")
                .with("domain", Kind.TEXTS, "domains")
                .with("created_at", Kind.TIME, "created_at")
                .with("updated_at", Kind.TIME, "updated_at");
    }
}
