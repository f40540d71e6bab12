package dev.hilo.knowledge.sources;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import org.jsoup.Jsoup;

/**
 * Google Docs, and files that can be read, in a folder of Google Drive and those in it, as a service account sees them: the
 * Drive API v3, with a token for a signed assertion (RFC 7523).
 *
 * @param folder its id, as its address ends
 * @param keyFile of the service account
 * @param api where the Drive API is
 */
record GoogleDocsConnector(String folder, String keyFile, String api, Fetcher fetcher, Clock clock)
        implements Connector {

    static final String API = "https://www.googleapis.com";
    private static final String SCOPE = "https://www.googleapis.com/auth/drive.readonly";
    private static final String FOLDER = "application/vnd.google-apps.folder";
    private static final String DOCUMENT = "application/vnd.google-apps.document";
    private static final int MOST_FOLDERS = 2000;
    private static final long TOKEN_SECONDS = 3600;

    @Override
    public void read(Reading reading) throws SourceTrouble {
        var token = new Token();
        var folders = new ArrayDeque<String>();
        var seen = new HashSet<String>();
        folders.add(folder);
        while (!folders.isEmpty() && !reading.isOver()) {
            String next = folders.poll();
            if (!seen.add(next)) continue;
            if (seen.size() > MOST_FOLDERS) throw new SourceTrouble("There are more than 2,000 folders");
            for (String page = ""; page != null && !reading.isOver(); ) {
                var list = fetcher.json(listing(next, page), token.headers());
                for (var file : list.path("files")) {
                    if (file.path("mimeType").asText().equals(FOLDER))
                        folders.add(file.path("id").asText());
                    else document(reading, file, token);
                }
                page = list.path("nextPageToken").asText(null);
            }
        }
    }

    private String listing(String parent, String page) {
        return api + "/drive/v3/files?pageSize=1000&supportsAllDrives=true&includeItemsFromAllDrives=true&q="
                + encoded("'" + parent.replace("\\", "").replace("'", "") + "' in parents and trashed = false")
                + "&fields=" + encoded("nextPageToken,files(id,name,mimeType,modifiedTime,webViewLink,size)")
                + (page.isEmpty() ? "" : "&pageToken=" + encoded(page));
    }

    private void document(Reading reading, JsonNode file, Token token) {
        String id = file.path("id").asText();
        String name = file.path("name").asText();
        String changed = file.path("modifiedTime").asText("");
        boolean isDoc = file.path("mimeType").asText().equals(DOCUMENT);
        if (!isDoc && !Texts.isReadable(name)) return;
        var found = new Found(
                id,
                changed,
                isDoc ? name : FolderConnector.titled(name),
                file.path("webViewLink").asText(null),
                ConfluenceConnector.instant(changed));
        reading.document(found, titled -> isDoc ? exported(id, token) : downloaded(id, name, token));
    }

    private String exported(String id, Token token) throws SourceTrouble {
        var got = fetcher.get(
                api + "/drive/v3/files/" + encoded(id) + "/export?mimeType=" + encoded("text/html"), token.headers());
        return Texts.mainOf(Jsoup.parse(got.text()));
    }

    private String downloaded(String id, String name, Token token) throws SourceTrouble {
        var got = fetcher.get(
                api + "/drive/v3/files/" + encoded(id) + "?alt=media&supportsAllDrives=true", token.headers());
        return Texts.html(name, new ByteArrayInputStream(got.body()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Asked for when it is first needed, and again before it runs out. */
    private final class Token {
        private String value;
        private Instant until = Instant.EPOCH;

        Map<String, String> headers() throws SourceTrouble {
            var now = clock.instant();
            if (!now.isBefore(until)) {
                var key = key(keyFile);
                String address = key.path("token_uri").asText("https://oauth2.googleapis.com/token");
                var answer = fetcher.post(
                        address,
                        Map.of(
                                "grant_type",
                                "urn:ietf:params:oauth:grant-type:jwt-bearer",
                                "assertion",
                                assertion(key, address, now)));
                value = answer.path("access_token").asText("");
                if (value.isEmpty()) throw new SourceTrouble("Google gives the service account no token");
                until = now.plusSeconds(answer.path("expires_in").asLong(TOKEN_SECONDS) - 60);
            }
            return Map.of("Authorization", "Bearer " + value);
        }
    }

    /** @throws SourceTrouble unless it is the key file of a service account */
    static JsonNode key(String keyFile) throws SourceTrouble {
        try {
            var key = Json.MAPPER.readTree(keyFile);
            if (key.hasNonNull("client_email") && key.hasNonNull("private_key")) return key;
        } catch (IOException e) {
            // Said below.
        }
        throw new SourceTrouble("The key is not the JSON key file of a service account");
    }

    private static String assertion(JsonNode key, String audience, Instant now) throws SourceTrouble {
        var claims = Json.MAPPER
                .createObjectNode()
                .put("iss", key.path("client_email").asText())
                .put("scope", SCOPE)
                .put("aud", audience)
                .put("iat", now.getEpochSecond())
                .put("exp", now.getEpochSecond() + TOKEN_SECONDS);
        String text = base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64(claims.toString().getBytes(StandardCharsets.UTF_8));
        try {
            String pem = key.path("private_key").asText().replaceAll("-----[^-]+-----|\\s", "");
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem))));
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return text + "." + base64(signature.sign());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SourceTrouble("The private key of the key file cannot be read");
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
