package dev.hilo.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hilo.accounts.Account;
import dev.hilo.accounts.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a route reads from a body, found out from its handler and the records of the wire. */
public final class BodyShape {

    /** @param type what the field holds, without its {@code Patch} */
    public record Field(String name, Type type, boolean hasListedValues, int bound) {}

    /** An id that nothing has, so that no handler gets beyond reading. */
    private static final String NOTHING = "999999999999";

    private static final List<Path> CLASSES =
            List.of(Path.of("..", "api", "target", "classes"), Path.of("target", "classes"));
    private static final Map<List<String>, Class<?>> RECORDS = records();

    private BodyShape() {}

    /** The record that a route decodes its body into; empty for one that reads no body. */
    public static Optional<Class<?>> of(Route route, Account account, Caller caller) {
        var asked = new Recording();
        var values = Stream.generate(() -> NOTHING).limit(8).toList();
        var call = new Call(account, caller, route, values, new Address("http", "localhost"), "probe", asked);
        try {
            route.handler().answer(call);
        } catch (RuntimeException refused) {
            // It is to be refused: what counts is what it has asked for.
        }
        if (asked.names.isEmpty()) return Optional.empty();
        var found = RECORDS.get(asked.names);
        if (found == null) throw new IllegalStateException(route.path() + " reads " + asked.names + ": which record?");
        return Optional.of(found);
    }

    public static List<Field> fields(Class<?> record) {
        return Shape.of(record).fields().values().stream()
                .map(f -> new Field(f.name(), f.type(), f.allowed().length > 0, f.bound()))
                .toList();
    }

    private static Map<List<String>, Class<?>> records() {
        var records = new LinkedHashMap<List<String>, Class<?>>();
        for (var root : CLASSES) {
            try (var files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".class"))
                        .map(file -> load(root.relativize(file).toString()))
                        .filter(Class::isRecord)
                        .forEach(type -> records.putIfAbsent(List.copyOf(names(type)), type));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return records;
    }

    private static List<String> names(Class<?> record) {
        return fields(record).stream().map(Field::name).toList();
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(file.replace(".class", "").replace('/', '.'), false, BodyShape.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A body that has one field which no record knows, and remembers which ones it is asked for. */
    private static final class Recording implements Call.Source {
        @Override
        public String client() {
            return "unknown";
        }

        final List<String> names = new ArrayList<>();

        @Override
        public String cookie(String name) {
            return null;
        }

        @Override
        public InputStream bytes(String contentType, long largest) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Body body() {
            return new Body(new Fields(), false, List.of());
        }

        @Override
        public String header(String name) {
            return null;
        }

        @Override
        public String parameter(String name) {
            return null;
        }

        @Override
        public <T> T parameters(Class<T> shape) {
            return Decoder.decode(shape, JsonNodeFactory.instance.objectNode(), true);
        }

        private final class Fields extends ObjectNode {
            Fields() {
                super(JsonNodeFactory.instance);
            }

            @Override
            public Iterator<String> fieldNames() {
                return List.of("nobody_knows_this").iterator();
            }

            @Override
            public JsonNode get(String name) {
                if (!names.contains(name)) names.add(name);
                return null;
            }
        }
    }
}
