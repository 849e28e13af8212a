package dev.tautline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tautline.lab.net.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertCommandTest {
    @TempDir
    private Path folder;

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            boolean marked = body.contains("[test] Tautline tries this channel");
            exchange.sendResponseHeaders(
                    marked && exchange.getRequestURI().getPath().equals("/good") ? 204 : 403, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void sendsATestThroughEachChannelAndSaysWhatEachAnswered() throws IOException {
        int closed = new FreePorts(new Random()).next(InetAddress.getLoopbackAddress());
        var file = file("""
                - name: good
                  webhook: {url: "http://127.0.0.1:%1$d/good"}
                - name: forbidden
                  webhook: {url: "http://127.0.0.1:%1$d/bad"}
                - name: down
                  alertmanager: {url: "http://127.0.0.1:%2$d"}
                """.formatted(server.getAddress().getPort(), closed));

        var run = CommandRun.of("alert", "test", "--config", file.toString());
        assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.out().lines())
                .satisfiesExactly(
                        head -> assertThat(head).matches("RECEIVER +CHANNEL +TAKEN +TIME +ANSWER"),
                        good -> assertThat(good).matches("good +webhook +yes +\\d+ ms +answered 204"),
                        bad -> assertThat(bad).matches("forbidden +webhook +no +\\d+ ms +answered 403"),
                        down -> assertThat(down).matches("down +alertmanager +no +\\d+ ms +no answer .*"));

        var one = CommandRun.of("alert", "test", "--config", file.toString(), "--channel", "good");
        assertThat(one.code()).isZero();
        assertThat(one.out().lines()).hasSize(2);
    }

    @Test
    void saysWhichReceiversThereAre() throws IOException {
        var file = file("- name: good\n  webhook: {url: \"http://127.0.0.1:1/\"}\n");

        var run = CommandRun.of("alert", "test", "--config", file.toString(), "--channel", "bad");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("there is no receiver 'bad'; there are good");
        assertThat(CommandRun.of("alert", "test", "--config", file("[]\n").toString())
                        .err())
                .contains("there is no receiver below 'alerts'");
    }

    @Test
    void refusesASilenceThatSaysNothing() throws IOException {
        var config = file("[]\n").toString();

        assertThat(CommandRun.of("alert", "silence", "add", "owner=database", "--why", "x", "--config", config)
                        .err())
                .contains("one of --for and --until is expected");
        assertThat(CommandRun.of("alert", "silence", "add", "a=b", "--why", "x", "--for", "soon", "--config", config)
                        .err())
                .contains("--for is 'soon', allowed: a number and s, m, h or d");
        var none = CommandRun.of("alert", "silence", "add", "a=b", "--why", "x", "--for", "1h", "--config", config);
        assertThat(none.code()).isEqualTo(ExitCode.CANNOT_TELL);
        assertThat(none.err()).contains("no guard answers for");
    }

    private Path file(String receivers) throws IOException {
        return Files.writeString(folder.resolve("taut.yaml"), """
                history: {folder: state}
                agents: [{name: shop-1, url: "http://127.0.0.1:1/"}]
                alerts:
                  receivers:
                """ + receivers.indent(4));
    }
}
