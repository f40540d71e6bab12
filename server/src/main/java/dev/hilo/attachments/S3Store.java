package dev.hilo.attachments;

import dev.hilo.config.Attachments.Bucket;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Blobs as objects of a bucket, at Amazon's or at any store that speaks its protocol. */
public final class S3Store implements BlobStore {

    private final S3Client client;
    private final String bucket;
    private final String prefix;

    private S3Store(S3Client client, String bucket, String prefix) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix.isEmpty() ? "" : prefix + "/";
    }

    static S3Store of(Bucket setting) {
        var credentials = AwsBasicCredentials.create(
                setting.accessKey(), setting.secretKey().value());
        // Checksums in trailers came in 2025; many stores that speak the protocol do not know them.
        var builder = S3Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .region(Region.of(setting.region()))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        setting.endpoint()
                .ifPresent(endpoint -> builder.endpointOverride(endpoint).forcePathStyle(true));
        return new S3Store(builder.build(), setting.bucket(), setting.prefix());
    }

    /** In one request, streamed: a file of ours is far smaller than the 5 GB that one may have. */
    @Override
    public void put(String key, InputStream content, long size) throws IOException {
        attempt(
                key,
                () -> client.putObject(
                        request -> request.bucket(bucket).key(prefix + key),
                        RequestBody.fromInputStream(content, size)));
    }

    @Override
    public InputStream open(String key) throws IOException {
        return attempt(
                key, () -> client.getObject(request -> request.bucket(bucket).key(prefix + key)));
    }

    @Override
    public void delete(String key) throws IOException {
        attempt(key, () -> client.deleteObject(request -> request.bucket(bucket).key(prefix + key)));
    }

    /** A thousand at a time, as they are asked for. */
    @Override
    public Stream<Blob> list() {
        return client.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix)).contents().stream()
                .map(this::blob);
    }

    private Blob blob(S3Object object) {
        return new Blob(object.key().substring(prefix.length()), object.size(), object.lastModified());
    }

    private interface Attempt<T> {
        T run();
    }

    private static <T> T attempt(String key, Attempt<T> attempt) throws IOException {
        try {
            return attempt.run();
        } catch (NoSuchKeyException e) {
            throw new NoSuchFileException(key);
        } catch (SdkException | IllegalStateException e) {
            throw new IOException("The bucket refused " + key + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
