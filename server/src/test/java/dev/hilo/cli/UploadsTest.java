package dev.hilo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadsTest {

    @TempDir
    Path folder;

    @Test
    void whatAKilledServerWasReadingIsDeletedAfterADay() throws IOException {
        var now = Clock.systemUTC().instant();
        var old = Files.writeString(folder.resolve("old"), "half");
        Files.setLastModifiedTime(old, FileTime.from(now.minus(Duration.ofHours(25))));
        var recent = Files.writeString(folder.resolve("recent"), "half");
        Files.setLastModifiedTime(recent, FileTime.from(now.minus(Duration.ofHours(23))));

        Uploads.clear(folder, Clock.systemUTC());

        assertThat(old).doesNotExist();
        assertThat(recent).exists();
    }
}
