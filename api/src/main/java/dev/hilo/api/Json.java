package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;

/** How the wire writes and reads JSON: snake case, keys in the records' order, UTC seconds, nulls kept. */
public final class Json {

    /** Deeper than any documented shape, shallow enough for the stack. */
    private static final int MAX_DEPTH = 64;

    public static final ObjectMapper MAPPER = mapper();

    private Json() {}

    private static ObjectMapper mapper() {
        // Buffers from a pool of the process: a virtual thread lives for one request, and one of its own would too.
        var factory = JsonFactory.builder()
                .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build())
                .build();
        var mapper = JsonMapper.builder(factory)
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .addModule(times())
                .build();
        mapper.configOverride(Patch.class)
                .setInclude(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS));
        return mapper;
    }

    private static SimpleModule times() {
        return new SimpleModule()
                .addSerializer(Instant.class, new InstantWriter())
                .addSerializer(LocalDate.class, new DateWriter())
                .addSerializer(Patch.class, new PatchWriter())
                .addDeserializer(Instant.class, new InstantReader())
                .addDeserializer(LocalDate.class, new DateReader())
                .addDeserializer(Patch.class, new PatchReader(null));
    }

    private static final class InstantWriter extends JsonSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(Timestamps.format(value));
        }
    }

    private static final class DateWriter extends JsonSerializer<LocalDate> {
        @Override
        public void serialize(LocalDate value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.toString());
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class PatchWriter extends JsonSerializer<Patch> {
        @Override
        public boolean isEmpty(SerializerProvider provider, Patch value) {
            return value == null || !value.isPresent();
        }

        @Override
        public void serialize(Patch value, JsonGenerator out, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(value.value(), out);
        }
    }

    private static final class InstantReader extends JsonDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return Timestamps.parse(in.getText());
        }
    }

    private static final class DateReader extends JsonDeserializer<LocalDate> {
        @Override
        public LocalDate deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return LocalDate.parse(in.getText());
        }
    }

    /** Reads back what {@link PatchWriter} has written: a key that is not there is absent, a null is a null. */
    private static final class PatchReader extends JsonDeserializer<Patch<?>> implements ContextualDeserializer {
        private final JavaType type;

        PatchReader(JavaType type) {
            this.type = type;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            return new PatchReader(context.getContextualType().containedType(0));
        }

        @Override
        public Patch<?> deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return Patch.of(context.readValue(in, type));
        }

        @Override
        public Patch<?> getNullValue(DeserializationContext context) {
            return Patch.of(null);
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return Patch.absent();
        }
    }
}
