package dev.hilo.logs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import dev.hilo.config.Logs;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Log lines on standard error; standard output is for what people and scripts asked for. */
public final class Logging extends ContextAwareBase implements Configurator {

    /** Libraries that tell at info what only their authors want to know. */
    private static final List<String> QUIET =
            List.of("org.eclipse.jetty", "com.zaxxer.hikari", "org.flywaydb", "com.github.kagkarlsson");

    private static final String TEXT = "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z',UTC} %-5level %logger{0} %msg"
            + "%replace( [%X{request_id}]){' \\[\\]', ''}%n%ex";

    /** What holds until the settings are read, and in tests. */
    @Override
    public ExecutionStatus configure(LoggerContext context) {
        install(context, new Logs(Logs.Format.TEXT, Logs.Level.WARN));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    public static void use(Logs logs) {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        install(context, logs);
    }

    private static void install(LoggerContext context, Logs logs) {
        var console = new ConsoleAppender<ILoggingEvent>();
        console.setContext(context);
        console.setName("console");
        console.setTarget("System.err");
        console.setEncoder(encoder(context, logs.format()));
        console.start();
        var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var level = Level.valueOf(logs.level().name());
        root.setLevel(level);
        root.addAppender(console);
        if (level.levelInt <= Level.INFO_INT) {
            QUIET.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
        }
    }

    private static Encoder<ILoggingEvent> encoder(LoggerContext context, Logs.Format format) {
        if (format == Logs.Format.JSON) return new JsonLines();
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(TEXT);
        encoder.start();
        return encoder;
    }
}
