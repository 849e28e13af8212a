package dev.tautline.provocation;

import static dev.tautline.provocation.Ground.NAMESPACE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tautline.probe.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a network or a machine does to a connection that one must not do to the machine of a developer: in a network
/// namespace of its own, with its own routes, limits and name server.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class NamespaceTest {
    private static final List<String> OF_ROOT = List.of("unshare", "--net", "--mount");
    private static final List<String> OF_A_USER = List.of("unshare", "--user", "--map-root-user", "--net", "--mount");

    private static final String SET_UP = """
            set -e
            ip link set lo up
            ip route add unreachable 10.2.0.0/16
            ip route add prohibit 10.3.0.0/16
            ip route add blackhole 10.4.0.0/16
            mount --bind "$1/resolv.conf" /etc/resolv.conf
            mount --bind "$1/nsswitch.conf" /etc/nsswitch.conf
            shift
            ulimit -n 512
            exec "$@"
            """;

    /// What the ladder named, by plight.
    private Map<String, String> told;

    @BeforeAll
    void climb(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("resolv.conf"), "nameserver 127.0.0.1\noptions timeout:2 attempts:1\n");
        Files.writeString(folder.resolve("nsswitch.conf"), "hosts: files dns\n");
        var unshare = Stream.of(OF_A_USER, OF_ROOT)
                .filter(namespace -> run(namespace, folder, "true").code() == 0)
                .findFirst();
        assumeTrue(unshare.isPresent(), "this machine gives no network namespace (unshare, ip, mount)");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("java.class.path");
        var ran = run(unshare.get(), folder, java, "-cp", classes, InNamespace.class.getName());
        assertThat(ran.code()).as(ran.output()).isZero();
        told = ran.output()
                .lines()
                .filter(line -> line.matches("[a-z-]+ [A-Z_]+ .*"))
                .collect(Collectors.toMap(line -> line.split(" ", 2)[0], Function.identity()));
    }

    @Test
    @Provokes(
            value = {
                FailureKind.NAME_UNKNOWN,
                FailureKind.RESOLVER_UNAVAILABLE,
                FailureKind.RESOLVER_SILENT,
                FailureKind.NAME_UNRESOLVED_PLACEHOLDER
            },
            on = NAMESPACE)
    void tellsAnUnknownNameFromANameServerThatFailsOrIsSilent() {
        assertTold("no-such-name", FailureKind.NAME_UNKNOWN);
        assertTold("name-server-fails", FailureKind.RESOLVER_UNAVAILABLE);
        assertTold("name-server-silent", FailureKind.RESOLVER_SILENT);
        assertTold("placeholder", FailureKind.NAME_UNRESOLVED_PLACEHOLDER);
    }

    @Test
    @Provokes(
            value = {FailureKind.UNREACHABLE, FailureKind.CONNECT_FORBIDDEN, FailureKind.CONNECT_FAILED},
            on = NAMESPACE)
    void tellsRoutesApart() {
        assertTold("no-route", FailureKind.UNREACHABLE);
        assertTold("unreachable-route", FailureKind.UNREACHABLE);
        assertTold("prohibiting-route", FailureKind.CONNECT_FORBIDDEN);
        assertTold("blackhole-route", FailureKind.CONNECT_FAILED);
    }

    @Test
    @Provokes(
            value = {FailureKind.LOCAL_ADDRESS_EXHAUSTED, FailureKind.FILE_DESCRIPTORS_EXHAUSTED},
            on = NAMESPACE)
    void tellsWhatThisMachineHasRunOutOf() {
        assertTold("no-port-left", FailureKind.LOCAL_ADDRESS_EXHAUSTED);
        assertTold("no-file-left", FailureKind.FILE_DESCRIPTORS_EXHAUSTED);
    }

    private void assertTold(String plight, FailureKind kind) {
        assertThat(told.get(plight)).startsWith(plight + " " + kind + " ");
    }

    private record Ran(int code, String output) {}

    private static Ran run(List<String> namespace, Path folder, String... program) {
        var command = new ArrayList<>(namespace);
        command.addAll(List.of("sh", "-c", SET_UP, "sh", folder.toString()));
        command.addAll(List.of(program));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Ran(process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : -1, output);
        } catch (IOException noUnshare) {
            return new Ran(-1, String.valueOf(noUnshare.getMessage()));
        } catch (InterruptedException e) {
            throw new CancellationException("interrupted in a network namespace");
        }
    }
}
