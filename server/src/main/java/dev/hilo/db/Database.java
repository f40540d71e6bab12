package dev.hilo.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/** Hilo's PostgreSQL: a bounded pool of connections to a database whose schema is up to date. */
public final class Database implements AutoCloseable {

    private static final int FEWEST = 8;
    private static final int MOST = 64;

    private static final PreparedSql ANNOUNCE = PreparedSql.of("select set_config('hilo.acting', :acting, true)");

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private volatile Supplier<String> acting = () -> null;
    private final ScopedValue<Whole> whole = ScopedValue.newInstance();

    /** A transaction that everything begun on its thread belongs to. */
    private record Whole(Handle handle, AtomicInteger steps) {}

    private Database(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool)
                .installPlugin(new PostgresPlugin())
                .installPlugin(new SqlObjectPlugin())
                .installPlugin(new ColumnTypes());
        Stores.install(jdbi);
    }

    /** As many connections as a machine of this many processors keeps busy. */
    public static int defaultPoolSize() {
        return Math.clamp(4L * Runtime.getRuntime().availableProcessors(), FEWEST, MOST);
    }

    public static Database open(DatabaseUrl url) {
        return open(url, defaultPoolSize());
    }

    /** Connects, refuses a PostgreSQL that is too old, brings the schema up to date and opens the pool. */
    public static Database open(DatabaseUrl url, int poolSize) {
        Migrations.run(url);
        return openMigrated(url, poolSize);
    }

    public static Database open(String url, String user, String password, int poolSize) {
        return open(new DatabaseUrl(url, user, password), poolSize);
    }

    /** The same for a database whose schema is known to be up to date. */
    static Database openMigrated(DatabaseUrl url, int poolSize) {
        var config = new HikariConfig();
        config.setPoolName("hilo");
        config.setJdbcUrl(url.jdbc());
        config.setUsername(url.user());
        config.setPassword(url.password());
        config.setDataSourceProperties(driver());
        config.setConnectionInitSql("set time zone 'UTC'");
        config.setMaximumPoolSize(poolSize);
        config.setMinimumIdle(Math.min(poolSize, FEWEST));
        config.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        config.setValidationTimeout(Duration.ofSeconds(2).toMillis());
        config.setKeepaliveTime(Duration.ofMinutes(2).toMillis());
        return new Database(new HikariDataSource(config));
    }

    private static Properties driver() {
        var properties = new Properties();
        properties.setProperty("ApplicationName", "hilo");
        properties.setProperty("prepareThreshold", "1");
        properties.setProperty("binaryTransfer", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "300");
        return properties;
    }

    /** The work's result; each of its statements stands alone, without the round trips of a transaction. */
    public <T, X extends Exception> T read(HandleCallback<T, X> work) throws X {
        try {
            return jdbi.withHandle(work);
        } catch (JdbiException e) {
            throw renewed(e);
        }
    }

    /**
     * The same as {@link #read} on the bare connection, for the few calls that are so busy that Jdbi's own work shows;
     * see {@link PreparedSql}.
     */
    public <T> T readBare(Function<Connection, T> work) {
        if (whole.isBound()) return work.apply(whole.get().handle.getConnection());
        try (var connection = pool.getConnection()) {
            return work.apply(connection);
        } catch (SQLException e) {
            throw renewed(new ConnectionException(e));
        } catch (JdbiException e) {
            throw renewed(e);
        }
    }

    /** The work's result, in one transaction: committed when the work returns, undone when it throws. */
    public <T, X extends Exception> T write(HandleCallback<T, X> work) throws X {
        try {
            HandleCallback<T, X> announced = handle -> {
                announce(handle);
                return work.withHandle(handle);
            };
            return whole.isBound() ? step(whole.get(), announced) : jdbi.inTransaction(announced);
        } catch (JdbiException e) {
            throw renewed(e);
        }
    }

    /**
     * Tells the triggers who acts from here on in the transaction, which is told at its beginning anyway; without a round
     * trip where nobody is known to.
     */
    public void announce(Handle handle) {
        String who = acting.get();
        if (who == null) return;
        ANNOUNCE.on(handle.getConnection()).set("acting", who).list(row -> row.getString(1));
    }

    /** From now on each transaction begins with telling the triggers of the event log who acts, as this says. */
    public void announcing(Supplier<String> acting) {
        this.acting = acting;
    }

    /**
     * The work's result, in one transaction with all the reads and writes that the work begins on this thread: they are
     * committed together or not at all. A write inside that fails is undone by itself, so that the work may go on
     * without it, as it could if each write were a transaction of its own.
     */
    public <T> T whole(Function<Handle, T> work) {
        return write(handle ->
                ScopedValue.where(whole, new Whole(handle, new AtomicInteger())).call(() -> work.apply(handle)));
    }

    private static <T, X extends Exception> T step(Whole whole, HandleCallback<T, X> work) throws X {
        var handle = whole.handle;
        String name = "step_" + whole.steps.incrementAndGet();
        handle.savepoint(name);
        try {
            T result = work.withHandle(handle);
            handle.releaseSavepoint(name);
            return result;
        } catch (Throwable failure) {
            undo(handle, name, failure);
            throw failure;
        }
    }

    private static void undo(Handle handle, String savepoint, Throwable failure) {
        try {
            handle.rollbackToSavepoint(savepoint);
        } catch (JdbiException lost) {
            failure.addSuppressed(lost);
        }
    }

    /** The same as {@link #write} for work without a result. */
    public <X extends Exception> void run(HandleConsumer<X> work) throws X {
        write(work.asCallback());
    }

    /** After a server has gone all its connections are dead: the pool drops them now, not one failed request at a time. */
    private JdbiException renewed(JdbiException e) {
        if (LostConnection.isCauseOf(e)) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
        return e;
    }

    /** The pool, for libraries that bring their own SQL. */
    public DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
