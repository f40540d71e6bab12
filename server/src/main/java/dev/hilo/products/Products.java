package dev.hilo.products;

import dev.hilo.accounts.Caller;
import dev.hilo.api.CreateProduct;
import dev.hilo.api.FieldError;
import dev.hilo.api.Product;
import dev.hilo.api.UpdateProduct;
import dev.hilo.db.Clash;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.web.Page;
import dev.hilo.web.Paging;
import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** The brands or lines of goods that a help desk supports. */
public final class Products {

    private final Database database;
    private final Clock clock;

    public Products(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Page<Product> list(Caller caller, Paging paging) {
        return Page.of(database.read(h -> store(h).list(caller.accountId(), paging.limit(), paging.offset())), paging);
    }

    Product require(Caller caller, long id) {
        return database.read(h -> store(h).find(caller.accountId(), id)).orElseThrow(Refusal.NotFound::new);
    }

    Product create(Caller caller, CreateProduct asked) {
        checkName(asked.name());
        long id = unlessTaken(() -> database.write(
                h -> store(h).insert(caller.accountId(), asked.name(), asked.description(), clock.instant())));
        return require(caller, id);
    }

    Product update(Caller caller, long id, UpdateProduct asked) {
        var now = require(caller, id);
        String name = asked.name().or(now.name());
        checkName(name);
        unlessTaken(() -> database.write(h -> {
            store(h).update(caller.accountId(), id, name, asked.description().or(now.description()), clock.instant());
            return null;
        }));
        return require(caller, id);
    }

    /** Tickets and mailboxes of the product are of none afterwards. */
    void delete(Caller caller, long id) {
        database.run(h -> {
            store(h).demoteMailboxes(caller.accountId(), id);
            if (store(h).delete(caller.accountId(), id) == 0) throw new Refusal.NotFound();
        });
    }

    private static void checkName(String name) {
        if (name == null) throw new Refusal.Invalid(FieldError.cleared("name", "String"));
        if (name.isBlank()) throw new Refusal.Invalid(FieldError.invalid("name", "It should not be blank"));
    }

    private static <T> T unlessTaken(Clash.Work<T> work) {
        return Clash.guard("products_name", () -> new Refusal.Duplicate(FieldError.duplicate("name")), work);
    }

    private static ProductStore store(Handle handle) {
        return handle.attach(ProductStore.class);
    }
}
