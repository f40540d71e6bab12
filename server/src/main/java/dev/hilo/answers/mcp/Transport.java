package dev.hilo.answers.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Carries the protocol's messages between our route and the official SDK: one message in, at most one out, and no session, so
 * that any node can answer.
 */
final class Transport implements McpStatelessServerTransport {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private McpStatelessServerHandler handler;

    @Override
    public void setMcpHandler(McpStatelessServerHandler handler) {
        this.handler = handler;
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }

    /** Null when the message asks for nothing. */
    JSONRPCResponse answer(McpTransportContext context, McpSchema.JSONRPCMessage message) {
        return switch (message) {
            case JSONRPCRequest request ->
                handler.handleRequest(context, request).block(LONGEST);
            case JSONRPCNotification notification -> {
                handler.handleNotification(context, notification).block(LONGEST);
                yield null;
            }
            default -> null;
        };
    }
}
