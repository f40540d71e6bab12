package dev.hilo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.accounts.Passwords;
import dev.hilo.accounts.TicketScope;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: it keeps cookies, follows nothing by itself and sends forms as browsers do. */
public final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" content=\"([^\"]*)\"");

    private final URI address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private String token = "";

    public Browser(URI address) {
        this.address = address;
    }

    /** Somebody who has just logged in. */
    public static Browser loggedIn(TestServer server, String email, String password) {
        var browser = new Browser(server.address());
        var answer = browser.post("/login", Map.of("email", email, "password", password));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        browser.get("/profile");
        return browser;
    }

    /** Ada. */
    public static Browser admin(TestServer server) {
        return loggedIn(server, TestServer.ADMIN, "correct horse");
    }

    /** A new agent, logged in. */
    public static Browser agent(TestServer server, String email, TicketScope scope) {
        server.agent(email, scope);
        var hash = Passwords.hash("a good one");
        server.database()
                .run(h -> h.execute(
                        "update agents set password_hash = ? where id = (select id from contacts where email = ?)",
                        hash,
                        email));
        return loggedIn(server, email, "a good one");
    }

    public HttpResponse<String> get(String path) {
        var answer = send(request(path).GET());
        var found = TOKEN.matcher(answer.body());
        if (found.find()) token = found.group(1);
        return answer;
    }

    /** The page, which must be there. */
    public String page(String path) {
        var answer = get(path);
        assertThat(answer.statusCode()).as(path + "\n" + answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** Sends a form of the page looked at last. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return post(path, fields, Map.of("Sec-Fetch-Site", "same-origin", "X-CSRF", token));
    }

    public HttpResponse<String> post(String path, Map<String, String> fields, Map<String, String> headers) {
        String form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        var request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        headers.forEach(request::header);
        return send(request);
    }

    /** Sends a form of the page looked at last with a text file. */
    public HttpResponse<String> upload(String path, Map<String, String> fields, String fileName, String text) {
        var form = new StringBuilder();
        fields.forEach((name, value) -> form.append("--b\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        form.append("--b\r\nContent-Disposition: form-data; name=\"attachments[]\"; filename=\"")
                .append(fileName)
                .append("\"\r\nContent-Type: text/plain\r\n\r\n")
                .append(text)
                .append("\r\n--b--\r\n");
        var request = request(path)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .header("Sec-Fetch-Site", "same-origin")
                .header("X-CSRF", token)
                .POST(HttpRequest.BodyPublishers.ofString(form.toString()));
        return send(request);
    }

    /** What the browser remembers, which must be there. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    public String token() {
        return token;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).header("Accept", "text/html");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
