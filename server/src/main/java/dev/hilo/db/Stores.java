package dev.hilo.db;

import static org.jdbi.v3.core.extension.ExtensionFactory.FactoryFlag.DONT_USE_PROXY;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.extension.ExtensionContext;
import org.jdbi.v3.core.extension.ExtensionFactory;
import org.jdbi.v3.core.extension.ExtensionMetadata;
import org.jdbi.v3.core.extension.ExtensionMetadata.ExtensionHandlerInvoker;
import org.jdbi.v3.core.extension.Extensions;
import org.jdbi.v3.core.extension.HandleSupplier;
import org.jdbi.v3.sqlobject.SqlObjectFactory;

/**
 * Attaches stores to handles. Jdbi itself reads a store's annotations and copies its configuration for each of its methods
 * anew whenever it is attached, at several times the cost of a query (docs/performance.md); here each method is
 * prepared once, when it is first called, and runs on whatever handle its store is attached to.
 */
final class Stores implements ExtensionFactory {

    private final ExtensionFactory sqlObjects;
    private final Jdbi jdbi;
    private final Map<Class<?>, Boolean> accepted = new ConcurrentHashMap<>();
    private final Map<Class<?>, Prepared> prepared = new ConcurrentHashMap<>();
    private final ThreadLocal<HandleSupplier> current = new ThreadLocal<>();

    private Stores(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.sqlObjects = jdbi.getConfig(Extensions.class)
                .findFactory(SqlObjectFactory.class)
                .orElseThrow();
    }

    /** From now on; the SqlObject plugin has to be there. */
    static void install(Jdbi jdbi) {
        jdbi.registerExtension(new Stores(jdbi));
    }

    @Override
    public boolean accepts(Class<?> type) {
        return accepted.computeIfAbsent(type, sqlObjects::accepts);
    }

    @Override
    public Set<FactoryFlag> getFactoryFlags() {
        return Set.of(DONT_USE_PROXY);
    }

    @Override
    public <E> E attach(Class<E> type, HandleSupplier handles) {
        var store = prepared.computeIfAbsent(type, Prepared::new);
        return type.cast(proxy(type, (proxy, method, arguments) -> {
            var outer = current.get();
            current.set(handles);
            try {
                return store.call(proxy, method, arguments);
            } finally {
                current.set(outer);
            }
        }));
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    /** A store whose methods run on the handle of the thread that calls them. */
    private final class Prepared {
        private final Class<?> type;
        private final ExtensionMetadata metadata;
        private final ConfigRegistry config;
        private final Object self;
        private final Map<Method, ExtensionHandlerInvoker> methods = new ConcurrentHashMap<>();

        Prepared(Class<?> type) {
            this.type = type;
            metadata = jdbi.getConfig(Extensions.class).findMetadata(type, sqlObjects);
            config = metadata.createInstanceConfiguration(jdbi.getConfig());
            self = proxy(type, this::call);
        }

        private Object call(Object proxy, Method method, Object[] arguments) {
            if (method.getDeclaringClass() == Object.class) return ofObject(proxy, method, arguments);
            return methods.computeIfAbsent(method, this::prepare).invoke(arguments);
        }

        private ExtensionHandlerInvoker prepare(Method method) {
            return metadata.createExtensionHandlerInvoker(self, method, new OnCurrent(), config);
        }

        private Object ofObject(Object proxy, Method method, Object[] arguments) {
            return switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> type.getSimpleName();
            };
        }
    }

    private final class OnCurrent implements HandleSupplier {
        @Override
        public Handle getHandle() {
            return current.get().getHandle();
        }

        @Override
        public Jdbi getJdbi() {
            return jdbi;
        }

        @Override
        public ConfigRegistry getConfig() {
            return current.get().getConfig();
        }

        @Override
        public <V> V invokeInContext(ExtensionContext context, Callable<V> task) throws Exception {
            return current.get().invokeInContext(context, task);
        }
    }
}
