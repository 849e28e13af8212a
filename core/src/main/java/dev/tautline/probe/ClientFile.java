package dev.tautline.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A file of the client's own that somebody named. Devices and pipes may never end (`/dev/zero`), and to open a pipe
/// that nobody writes to waits for ever.
record ClientFile(Path file) {
    /// All authorities of the world are a quarter of a megabyte.
    private static final int MOST_BYTES = 8 << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// The whole file.
    byte[] read() throws IOException {
        var reading = new CompletableFuture<byte[]>();
        Thread.ofPlatform().name("probe-file").daemon().start(() -> {
            try (var in = Files.newInputStream(file)) {
                reading.complete(in.readNBytes(MOST_BYTES + 1));
            } catch (IOException | RuntimeException e) {
                reading.completeExceptionally(e);
            }
        });
        var bytes = await(reading);
        if (bytes.length > MOST_BYTES) {
            throw new IOException(file + ": it is longer than 8 MiB, or never ends");
        }
        return bytes;
    }

    private byte[] await(CompletableFuture<byte[]> reading) throws IOException {
        try {
            return reading.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException(file + ": it could not be read within " + PATIENCE.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new IOException(
                    file + ": " + (cause instanceof NoSuchFileException ? "there is no such file" : cause.getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while reading " + file);
        }
    }

    /// For what the driver reads: as much as it may, without a look at the time. A file that is not there is its own
    /// affair.
    void demandEnd() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": it is no file, but a folder, a device or a pipe");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(file + ": it is longer than 8 MiB");
        }
    }
}
