package dev.tautline.lab.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class HostsFileTest {
    @TempDir
    Path directory;

    @Test
    @Timeout(30)
    void otherJvmSeesANameMoveAndReturn() throws Exception {
        var hosts = HostsFile.create(directory.resolve("hosts"));
        var _ = hosts.publish("db-1.lab", address("127.0.7.1"));
        try (var other = new Resolver(hosts)) {
            other.await("db-1.lab", "127.0.7.1");
            try (var _ = hosts.publish("db-1.lab", address("127.0.7.2"))) {
                other.await("db-1.lab", "127.0.7.2");
            }
            other.await("db-1.lab", "127.0.7.1");
            other.await("localhost", "127.0.0.1");
        }
    }

    @Test
    @Timeout(30)
    void withdrawnNameIsUnknown() throws Exception {
        var hosts = HostsFile.create(directory.resolve("hosts"));
        hosts.publish("gone.lab", address("127.0.7.1")).close();
        assertThat(hosts.address("gone.lab")).isEmpty();
        try (var other = new Resolver(hosts)) {
            other.await("gone.lab", "unknown");
        }
    }

    @Test
    void whatIsNoHostNameIsRefused() {
        var hosts = HostsFile.create(directory.resolve("hosts"));
        for (var name : List.of("", "two words", "-db", "db\n127.0.0.1 x", "db..lab")) {
            assertThatThrownBy(() -> hosts.publish(name, address("127.0.7.1")))
                    .isInstanceOf(HostsFileFailed.class)
                    .hasMessageContaining("not a host name");
        }
    }

    private static InetAddress address(String text) throws UnknownHostException {
        return InetAddress.getByName(text);
    }

    /// A JVM of its own that answers each line with the address of the name on it.
    static final class Resolver implements AutoCloseable {
        private final Process process;
        private final BufferedReader answers;

        Resolver(HostsFile hosts) throws IOException {
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(hosts.jvmOptions(Duration.ofSeconds(1)));
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), Resolver.class.getName()));
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            answers = process.inputReader();
        }

        /// Bounded by the test's timeout; a JVM may believe the former answer for a second.
        void await(String name, String expected) throws IOException, InterruptedException {
            for (var answer = ask(name); !answer.equals(expected); answer = ask(name)) {
                Thread.sleep(Duration.ofMillis(50));
            }
        }

        private String ask(String name) throws IOException {
            var questions = process.outputWriter();
            questions.write(name + System.lineSeparator());
            questions.flush();
            return String.valueOf(answers.readLine());
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }

        public static void main(String[] arguments) throws IOException {
            var names = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (var name = names.readLine(); name != null; name = names.readLine()) {
                System.out.println(resolve(name));
            }
        }

        private static String resolve(String name) {
            try {
                return InetAddress.getByName(name).getHostAddress();
            } catch (UnknownHostException unknown) {
                return "unknown";
            }
        }
    }
}
