package dev.hilo.testing;

import dev.hilo.db.Database;
import dev.hilo.db.DatabaseUrl;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A database of its own for every test class, on one embedded PostgreSQL for all tests of a JVM. */
public final class TestDatabase {

    private static final int POOL = 4;
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Queue<Database> OPEN = new ConcurrentLinkedQueue<>();

    private TestDatabase() {}

    /** A database with the current schema and no rows. */
    public static Database fresh() {
        return fresh(POOL);
    }

    public static Database fresh(int poolSize) {
        var database = Database.open(freshUrl(), poolSize);
        OPEN.add(database);
        return database;
    }

    /** The same, not yet connected to. */
    public static DatabaseUrl freshUrl() {
        return TestPostgres.running().copy(TestPostgres.MIGRATED, "test_" + NUMBER.incrementAndGet());
    }

    /** A database without any table. */
    public static DatabaseUrl blankUrl() {
        return TestPostgres.running().copy("template1", "test_" + NUMBER.incrementAndGet());
    }

    static void closeAll() {
        OPEN.forEach(Database::close);
    }
}
