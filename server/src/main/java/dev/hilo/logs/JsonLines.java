package dev.hilo.logs;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Log lines for machines: {@code {"time":…,"level":…,"logger":…,"message":…,"request_id":…,"error":…}}. */
final class JsonLines extends EncoderBase<ILoggingEvent> {

    private static final byte[] NOTHING = {};

    private final JsonFactory json = new JsonFactory();

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        var line = new ByteArrayOutputStream(256);
        try (var generator = json.createGenerator(line)) {
            write(event, generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        line.write('\n');
        return line.toByteArray();
    }

    private static void write(ILoggingEvent event, JsonGenerator line) throws IOException {
        line.writeStartObject();
        line.writeStringField("time", event.getInstant().toString());
        line.writeStringField("level", event.getLevel().toString());
        line.writeStringField("logger", event.getLoggerName());
        line.writeStringField("message", event.getFormattedMessage());
        for (Map.Entry<String, String> context : event.getMDCPropertyMap().entrySet()) {
            line.writeStringField(context.getKey(), context.getValue());
        }
        if (event.getThrowableProxy() != null) {
            line.writeStringField("error", ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
        line.writeEndObject();
    }
}
