package dev.hilo.cli;

import dev.hilo.backup.BackupFailed;
import dev.hilo.config.ConfigInvalid;
import dev.hilo.db.DatabaseUnavailable;
import dev.hilo.tls.TlsUnusable;
import java.net.BindException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What people read when something goes wrong: why, in a line or two. */
public final class Mishaps {

    private Mishaps() {}

    public static int ofTheLine(ParameterException wrong, String[] args) {
        var command = wrong.getCommandLine();
        var err = command.getErr();
        err.println(wrong.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(wrong, err)) {
            err.println(command.getHelp().synopsis(0).strip());
        }
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    public static int ofTheVerb(Exception mishap, CommandLine command, ParseResult line) {
        command.getErr().println(message(mishap));
        LoggerFactory.getLogger(Mishaps.class).debug("What went wrong", mishap);
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    private static String message(Exception mishap) {
        return switch (mishap) {
            case ConfigInvalid invalid -> invalid.getMessage();
            case Refused refused -> refused.getMessage();
            case DatabaseUnavailable unavailable -> unavailable.getMessage();
            case BackupFailed failed -> failed.getMessage();
            case CompletionException wrapper when wrapper.getCause() instanceof Exception cause -> message(cause);
            case TlsUnusable unusable -> unusable.getMessage();
            default -> isAboutPorts(mishap) ? portTaken(mishap) : "Hilo failed: " + mishap + tellMore();
        };
    }

    private static boolean isAboutPorts(Throwable mishap) {
        return Stream.iterate(mishap, cause -> cause != null, Throwable::getCause)
                .anyMatch(BindException.class::isInstance);
    }

    /** Jetty says which address. */
    private static String portTaken(Exception mishap) {
        return mishap.getMessage() + ": it is in use by another program, or not yours to take."
                + "\nStop that program, or choose with --port and --tls-port (0 takes a free one).";
    }

    private static String tellMore() {
        return "\nHILO_LOG_LEVEL=debug tells more.";
    }
}
