package dev.tautline.lab.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Another JVM resolves as it is told to from outside.
class ConductedResolverTest {
    private static final String NAME = "db.lab";

    @TempDir
    private Path directory;

    @Test
    void lookupsAreSlowOrFailAsLongAsTheyAreTold() throws IOException, InterruptedException {
        var hosts = HostsFile.create(directory.resolve("hosts"));
        var _ = hosts.publish(NAME, InetAddress.getByName("127.0.7.1"));

        assertThat(lookUp(hosts).getFirst()).isEqualTo("127.0.7.1");
        try (var _ = hosts.conduct("delay 1500")) {
            var slow = lookUp(hosts);
            assertThat(slow.getFirst()).isEqualTo("127.0.7.1");
            assertThat(Integer.parseInt(slow.getLast())).isGreaterThanOrEqualTo(1_500);
        }
        try (var _ = hosts.conduct("fail")) {
            assertThat(lookUp(hosts).getFirst()).isEqualTo("unknown");
        }
        assertThat(lookUp(hosts).getFirst()).isEqualTo("127.0.7.1");
    }

    /// Only the lookup is on its class path: the resolver comes from the directory that is written for it.
    private List<String> lookUp(HostsFile hosts) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(hosts.conductedJvmOptions());
        command.addAll(List.of(
                "-cp",
                LookUp.class.getProtectionDomain().getCodeSource().getLocation().getPath(),
                LookUp.class.getName(),
                NAME));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return List.of(printed.strip().split(" ", -1));
    }
}
