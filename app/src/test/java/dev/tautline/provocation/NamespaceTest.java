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
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String CLASSES = System.getProperty("java.class.path");

    private static final List<String> OF_ROOT = List.of("unshare", "--net", "--mount");
    private static final List<String> OF_A_USER = List.of("unshare", "--user", "--map-root-user", "--net", "--mount");

    private static final String SET_UP = """
            set -e
            ip link set lo up
            eval "$NARROW_LINE"
            ip route add unreachable 10.2.0.0/16
            ip route add prohibit 10.3.0.0/16
            ip route add blackhole 10.4.0.0/16
            mount --bind "$1/resolv.conf" /etc/resolv.conf
            mount --bind "$1/nsswitch.conf" /etc/nsswitch.conf
            shift
            ulimit -n 512
            "$@"
            """;

    /// A line to another namespace whose near end takes 1,000 bytes and says that it takes 1,500: what is larger is
    /// dropped there, and nobody tells. Packets must leave the far end one by one (gso_max_segs) for that.
    private static final String NARROW_LINE = """
            unshare --net sleep 100 & far=$!
            for i in 1 2 3 4 5 6 7 8 9; do
                [ "$(readlink /proc/$far/ns/net)" != "$(readlink /proc/self/ns/net)" ] || sleep 0.1
            done
            if ip link add near type veth peer name far \\
                && ip link set far netns $far \\
                && ip addr add 10.77.0.1/24 dev near \\
                && ip link set near mtu 1000 up \\
                && ip route change 10.77.0.0/24 dev near advmss 1460 \\
                && nsenter -t $far -n ip addr add 10.77.0.2/24 dev far \\
                && nsenter -t $far -n ip link set far mtu 1500 gso_max_segs 1 up
            then
                nsenter -t $far -n "$JAVA" -cp "$CLASSES" dev.tautline.provocation.FarEnd & server=$!
            fi
            trap 'kill $far $server 2>/dev/null' EXIT
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
        var ran = run(unshare.get(), folder, JAVA, "-cp", CLASSES, InNamespace.class.getName());
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

    @Test
    @Provokes(value = FailureKind.LARGE_PACKETS_LOST, on = NAMESPACE)
    void namesALineOnWhichLargePacketsVanish() {
        assumeTrue(told.containsKey("large-packets"), "this machine gives no line between namespaces (veth)");
        assertTold("large-packets", FailureKind.LARGE_PACKETS_LOST);
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
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(Map.of("NARROW_LINE", NARROW_LINE, "JAVA", JAVA, "CLASSES", CLASSES));
            var process = builder.start();
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Ran(process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : -1, output);
        } catch (IOException noUnshare) {
            return new Ran(-1, String.valueOf(noUnshare.getMessage()));
        } catch (InterruptedException e) {
            throw new CancellationException("interrupted in a network namespace");
        }
    }
}
