package dev.hilo.mail.out;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import javax.net.ServerSocketFactory;

/** An SMTP server that refuses what it is told to refuse. */
final class SmtpStandIn implements AutoCloseable {

    /** @param recipients those it was accepted for */
    record Received(String sender, List<String> recipients, String content) {
        String header(String name) {
            return content.lines()
                    .takeWhile(line -> !line.isEmpty())
                    .filter(line -> line.startsWith(name + ": "))
                    .map(line -> line.substring(name.length() + 2))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** By recipient: the answer to RCPT. */
    final Map<String, String> refusals = new ConcurrentHashMap<>();

    final List<Received> received = new CopyOnWriteArrayList<>();
    /** The answer to the end of the message. */
    volatile String answerToData = "250 taken";

    /** Taken before the answer to what a client has said; a test may keep it. */
    final Map<String, Semaphore> gates = new ConcurrentHashMap<>();

    volatile boolean hangsUpAfterData;
    volatile boolean hangsUpAfterAnswer;
    volatile String answerToSender = "250 ok";
    volatile String greeting = "220 stand-in";
    volatile int connections;

    private final ServerSocket socket;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    SmtpStandIn() throws IOException {
        this(ServerSocketFactory.getDefault());
    }

    SmtpStandIn(ServerSocketFactory sockets) throws IOException {
        socket = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        connections++;
        try (client;
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                var out = new PrintStream(client.getOutputStream(), true, StandardCharsets.UTF_8)) {
            say(out, greeting);
            converse(in, out);
        } catch (IOException e) {
            // The client has gone.
        }
    }

    private void converse(BufferedReader in, PrintStream out) throws IOException {
        var recipients = new ArrayList<String>();
        String sender = null;
        for (String line; (line = in.readLine()) != null; ) {
            var verb = line.toUpperCase();
            if (verb.startsWith("EHLO") || verb.startsWith("HELO")) say(out, "250 stand-in");
            else if (verb.startsWith("MAIL")) {
                sender = address(line);
                recipients.clear();
                say(out, answerToSender);
            } else if (verb.startsWith("RCPT")) {
                pass("RCPT");
                var refusal = refusals.get(address(line));
                if (refusal == null) recipients.add(address(line));
                say(out, refusal == null ? "250 ok" : refusal);
            } else if (verb.equals("DATA")) {
                say(out, recipients.isEmpty() ? "554 no recipients" : "354 go on");
                if (recipients.isEmpty()) continue;
                var content = content(in);
                if (answerToData.startsWith("2")) received.add(new Received(sender, List.copyOf(recipients), content));
                if (hangsUpAfterData) return;
                pass("DATA");
                say(out, answerToData);
                if (hangsUpAfterAnswer) return;
            } else if (verb.equals("QUIT")) {
                say(out, "221 bye");
                return;
            } else say(out, "250 ok");
        }
    }

    /** Keeps the server from answering a verb until somebody lets it. */
    Semaphore keep(String verb) {
        return gates.computeIfAbsent(verb, v -> new Semaphore(0));
    }

    private void pass(String verb) {
        var gate = gates.get(verb);
        if (gate == null) return;
        gate.acquireUninterruptibly();
        gate.release();
    }

    private static String content(BufferedReader in) throws IOException {
        var content = new StringBuilder();
        for (String line; (line = in.readLine()) != null && !line.equals("."); ) {
            content.append(line.startsWith("..") ? line.substring(1) : line).append('\n');
        }
        return content.toString();
    }

    private static String address(String line) {
        return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
    }

    private static void say(PrintStream out, String line) {
        out.print(line + "\r\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (var client : open) client.close();
    }
}
