package dev.hilo.products;

import dev.hilo.api.Product;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(Product.class)
interface ProductStore {

    String SELECT = "select id, name, description, created_at, updated_at from products where account_id = :accountId ";

    @SqlQuery(SELECT + "order by id limit :limit offset :offset")
    List<Product> list(long accountId, int limit, long offset);

    @SqlQuery(SELECT + "and id = :id")
    Optional<Product> find(long accountId, long id);

    @SqlQuery("""
            insert into products (account_id, name, description, created_at, updated_at)
            values (:accountId, :name, :description, :now, :now)
            returning id
            """)
    long insert(long accountId, String name, String description, Instant now);

    @SqlUpdate("""
            update products set name = :name, description = :description, updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void update(long accountId, long id, String name, String description, Instant now);

    /** Its mailboxes will be of no product, where there is a primary one already. */
    @SqlUpdate("update mailboxes set is_primary = false where account_id = :accountId and product_id = :id")
    void demoteMailboxes(long accountId, long id);

    @SqlUpdate("delete from products where account_id = :accountId and id = :id")
    int delete(long accountId, long id);
}
