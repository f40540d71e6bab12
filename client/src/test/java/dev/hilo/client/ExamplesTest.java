package dev.hilo.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** The examples in the documentation of the methods are programs. */
class ExamplesTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/hilo/client");
    private static final Pattern EXAMPLE =
            Pattern.compile("\\{@code ((?:client|draft|HiloClient)\\.[^…]*?\\))}[.,:;\\s)]*");

    /** What the examples speak of. */
    private static final String WORLD = """
            import dev.hilo.api.*;
            import dev.hilo.client.*;
            import com.fasterxml.jackson.databind.JsonNode;
            import java.net.URI;
            import java.nio.file.Path;
            import java.time.Instant;
            import java.util.*;
            class Examples {
                HiloClient client; URI address; String key, id;
                Instant yesterday, lastWeek, lastYear;
                AgentView ben, cleo; Contact carla, contact; Group billing;
                SolutionCategory category; SolutionFolder folder; Mailbox mailbox; Attachment attachment;
                Map<String, Object> rule, request, first, second; List<Long> ids; byte[] bytes; JobStarted started;
                ReplyDraft draft; long cursor;
            """;

    @Test
    void compile() throws Exception {
        var examples = examples();
        assertThat(examples).hasSizeGreaterThan(150);
        var source = new StringBuilder(WORLD);
        for (int i = 0; i < examples.size(); i++)
            source.append("    void e%d() throws Exception { %s; }%n".formatted(i, examples.get(i)));
        assertThat(errors(source.append("}\n").toString())).isEmpty();
    }

    @Test
    void stand_at_every_method_of_every_resource() throws Exception {
        var bare = new ArrayList<String>();
        for (var file : sources()) {
            var text = Files.readString(file);
            if (!text.contains("extends Resource") && !file.endsWith("HiloClient.java")) continue;
            var public_methods = Pattern.compile("\n    public (?!static final class)[^=;{]+\\(", Pattern.DOTALL)
                    .matcher(text);
            while (public_methods.find()) {
                var before = text.substring(0, public_methods.start());
                var comment = before.substring(Math.max(0, before.lastIndexOf("\n\n")));
                if (!comment.contains("/**") && !comment.contains("@Override"))
                    bare.add(file.getFileName() + public_methods.group());
            }
        }
        assertThat(bare).isEmpty();
    }

    private static List<String> examples() throws Exception {
        var found = new ArrayList<String>();
        for (var file : sources()) {
            var text = Files.readString(file).replaceAll("\\n\\s*\\* ?", " ");
            var match = EXAMPLE.matcher(text);
            while (match.find()) found.add(match.group(1));
        }
        return found;
    }

    private static List<Path> sources() throws Exception {
        try (var files = Files.list(SOURCES)) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        }
    }

    private static String errors(String source) throws Exception {
        var unit = new SimpleJavaFileObject(URI.create("string:///Examples.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        var problems = new DiagnosticCollector<JavaFileObject>();
        var options =
                List.of("-proc:none", "-classpath", System.getProperty("java.class.path"), "-d", "target/examples");
        Files.createDirectories(Path.of("target/examples"));
        ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, problems, options, null, List.of(unit))
                .call();
        var lines = source.lines().toList();
        return problems.getDiagnostics().stream()
                .filter(p -> p.getKind() == Diagnostic.Kind.ERROR)
                .map(p -> p.getMessage(Locale.ROOT) + " in " + lines.get((int) p.getLineNumber() - 1))
                .collect(Collectors.joining("\n"));
    }
}
