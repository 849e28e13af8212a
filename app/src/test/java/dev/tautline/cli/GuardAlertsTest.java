package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tautline.lab.net.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A guard as a process: killed while it sends, told to keep quiet, told to read its file again.
class GuardAlertsTest {
    @TempDir
    private Path folder;

    private final LinkedBlockingQueue<String> keys = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> beats = new LinkedBlockingQueue<>();
    private final CountDownLatch leave = new CountDownLatch(1);
    private volatile boolean stalls = true;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/hook", exchange -> {
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            await();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.createContext("/beat", exchange -> {
            beats.add(exchange.getRequestMethod());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    private void await() {
        try {
            if (stalls && !leave.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody let the receiver go on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        leave.countDown();
        server.stop(0);
    }

    @Test
    void sendsAgainUnderTheSameKeyWhatItWasSendingWhenItWasKilled() throws IOException, InterruptedException {
        var file = tautFile("on-call");
        String key;
        try (var guard = GuardProgram.start(file, Map.of())) {
            key = keys.poll(120, TimeUnit.SECONDS);
            assertThat(key).as(guard.said()).endsWith("/opened/on-call");
            assertThat(beats.poll(60, TimeUnit.SECONDS)).isEqualTo("GET");
            guard.kill();
        }
        stalls = false;
        leave.countDown();
        try (var guard = GuardProgram.start(file, Map.of())) {
            assertThat(keys.poll(120, TimeUnit.SECONDS)).isEqualTo(key);

            Files.writeString(file, "alerts: [\n");
            guard.hangUp();
            guard.awaitSaid(Pattern.compile("the file cannot be used, and the old one goes on"));
            tautFile("second");
            guard.hangUp();
            guard.awaitSaid(
                    Pattern.compile("was read again: watching 1 server and 0 applications, telling 1 receiver"));
            assertThat(keys.poll(120, TimeUnit.SECONDS)).endsWith("/opened/second");

            var added = alert("silence", "add", "subject=db-1", "--for", "1h", "--why", "moving", "--by", "Ada");
            assertThat(added.code()).as(added.err()).isZero();
            assertThat(added.out()).contains(" holds until ", ": subject=db-1");
            assertThat(alert("silence", "add", "nonsense", "--for", "1h", "--why", "x")
                            .err())
                    .contains("'nonsense' is no matcher, allowed: name=value");
            assertThat(alert("silence", "expire", "none").code()).isEqualTo(ExitCode.USAGE);
            guard.kill();
        }
        var listed = alert("silence", "list");
        assertThat(listed.out()).contains("holds", "Ada", "subject=db-1", "moving");
        assertThat(keys).isEmpty();
    }

    private CommandRun alert(String... arguments) {
        var all = new String[arguments.length + 3];
        all[0] = "alert";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--config";
        all[arguments.length + 2] = folder.resolve("taut.yaml").toString();
        return CommandRun.of(all);
    }

    private Path tautFile(String receiver) throws IOException {
        int closed = new FreePorts(new Random()).next(InetAddress.getLoopbackAddress());
        var target = folder.resolve("target");
        if (!Files.exists(target)) {
            Files.writeString(target, Integer.toString(closed));
        }
        return Files.writeString(folder.resolve("taut.yaml"), """
                history: {folder: state}
                targets:
                  - {name: db-1, url: "jdbc:postgresql://127.0.0.1:%1$s/shop", user: tautline}
                alerts:
                  receivers:
                    - name: %2$s
                      webhook: {url: "http://127.0.0.1:%3$d/hook"}
                  heartbeats:
                    - {url: "http://127.0.0.1:%3$d/beat", every: 1s}
                """.formatted(
                        Files.readString(target), receiver, server.getAddress().getPort()));
    }
}
