package dev.hilo.answers.language;

import dev.hilo.answers.language.LanguageModel.Failed;
import dev.hilo.answers.language.LanguageModel.Failure;
import dev.hilo.answers.language.LanguageModel.Prompt;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

/** The one place that knows LangChain4j: a call to an endpoint, and what its failures mean. */
final class Provider {

    private static final Duration CONNECTING = Duration.ofSeconds(5);

    private Provider() {}

    static ChatResponse call(Endpoint endpoint, String key, Prompt prompt) throws Failed {
        try {
            var request = ChatRequest.builder()
                    .messages(SystemMessage.from(prompt.system()), UserMessage.from(prompt.user()))
                    .build();
            return model(endpoint, key, prompt.mostTokens()).chat(request);
        } catch (RuntimeException e) {
            throw failed(e);
        }
    }

    private static ChatModel model(Endpoint endpoint, String key, int mostTokens) {
        var timeout = Duration.ofSeconds(endpoint.timeoutSeconds());
        return switch (endpoint.provider()) {
            case "anthropic" ->
                AnthropicChatModel.builder()
                        .httpClientBuilder(http())
                        .baseUrl(endpoint.address())
                        .apiKey(key)
                        .modelName(endpoint.model())
                        .maxTokens(mostTokens)
                        .timeout(timeout)
                        .maxRetries(0)
                        .build();
            case "ollama" ->
                OllamaChatModel.builder()
                        .httpClientBuilder(http())
                        .baseUrl(endpoint.address())
                        .modelName(endpoint.model())
                        .temperature(0.0)
                        .numPredict(mostTokens)
                        .responseFormat(endpoint.jsonMode() ? ResponseFormat.JSON : null)
                        .timeout(timeout)
                        .maxRetries(0)
                        .build();
            default ->
                OpenAiChatModel.builder()
                        .httpClientBuilder(http())
                        .baseUrl(endpoint.address())
                        .apiKey(key == null ? "none" : key)
                        .modelName(endpoint.model())
                        .temperature(0.0)
                        .maxTokens(mostTokens)
                        .responseFormat(endpoint.jsonMode() ? ResponseFormat.JSON : null)
                        .timeout(timeout)
                        .maxRetries(0)
                        .build();
        };
    }

    /** No redirects: the address was checked, where it leads was not. */
    private static HttpClientBuilder http() {
        return new JdkHttpClientBuilder()
                .connectTimeout(CONNECTING)
                .httpClientBuilder(HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .version(HttpClient.Version.HTTP_1_1));
    }

    /** A refused connection surfaces as a bare RuntimeException, so the causes are looked at. */
    private static Failed failed(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            var known = known(cause);
            if (known != null) return new Failed(known, told(cause));
            if (cause.getCause() == cause) break;
        }
        return new Failed(Failure.BROKEN, told(e));
    }

    private static Failure known(Throwable cause) {
        return switch (cause) {
            case HttpTimeoutException e -> Failure.TIMED_OUT;
            case TimeoutException e -> Failure.TIMED_OUT;
            case dev.langchain4j.exception.TimeoutException e -> Failure.TIMED_OUT;
            case AuthenticationException e -> Failure.UNAUTHORISED;
            case RateLimitException e -> Failure.LIMITED;
            case ContentFilteredException e -> Failure.REFUSED;
            case InvalidRequestException e -> Failure.REFUSED;
            case ModelNotFoundException e -> Failure.REFUSED;
            case ConnectException e -> Failure.UNREACHABLE;
            case java.net.UnknownHostException e -> Failure.UNREACHABLE;
            case java.nio.channels.UnresolvedAddressException e -> Failure.UNREACHABLE;
            case HttpException e when e.statusCode() >= 500 -> Failure.BROKEN;
            default -> null;
        };
    }

    /** Never the key, and no more than a line. */
    private static String told(Throwable cause) {
        String name = cause.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
        return cause instanceof HttpException http ? "The endpoint answered " + http.statusCode() : name;
    }
}
