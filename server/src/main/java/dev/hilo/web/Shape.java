package dev.hilo.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import dev.hilo.api.Among;
import dev.hilo.api.Bounds;
import dev.hilo.api.Patch;
import dev.hilo.api.Required;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request record as the decoder sees it: its fields by their names on the wire, and how to make one. */
final class Shape<T> {

    /** @param allowed the texts that the field takes, or none for any */
    record Field(String name, Type type, boolean isPatch, boolean isRequired, int bound, String[] allowed) {
        Object absent() {
            return isPatch ? Patch.absent() : null;
        }
    }

    private static final PropertyNamingStrategies.SnakeCaseStrategy SNAKE =
            new PropertyNamingStrategies.SnakeCaseStrategy();
    private static final ClassValue<Shape<?>> SHAPES = new ClassValue<>() {
        @Override
        protected Shape<?> computeValue(Class<?> type) {
            return new Shape<>(type);
        }
    };

    private final Constructor<T> constructor;
    private final Map<String, Field> fields = new LinkedHashMap<>();

    private Shape(Class<T> type) {
        var components = type.getRecordComponents();
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " is not a record", e);
        }
        for (var component : components) {
            var field = field(component);
            fields.put(field.name, field);
        }
    }

    @SuppressWarnings("unchecked")
    static <T> Shape<T> of(Class<T> type) {
        return (Shape<T>) SHAPES.get(type);
    }

    Map<String, Field> fields() {
        return fields;
    }

    T make(Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(RecordComponent component) {
        var given = component.getAccessor().getAnnotation(JsonProperty.class);
        return given == null ? SNAKE.translate(component.getName()) : given.value();
    }

    private static Field field(RecordComponent component) {
        var type = component.getGenericType();
        boolean patch = component.getType() == Patch.class;
        if (patch) type = ((ParameterizedType) type).getActualTypeArguments()[0];
        var bounds = component.getAnnotation(Bounds.class);
        var among = component.getAnnotation(Among.class);
        return new Field(
                name(component),
                type,
                patch,
                component.isAnnotationPresent(Required.class),
                bounds == null ? Integer.MAX_VALUE : bounds.value(),
                among == null ? new String[0] : among.value());
    }
}
