package dev.tautline.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tautline.config.HistoryConfig;
import dev.tautline.history.series.Keeping;
import dev.tautline.probe.Expectation;
import dev.tautline.settings.SslMode;
import dev.tautline.targets.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchFileTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-07T10:45:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final List<String> warnings = new ArrayList<>();

    @Test
    void readsTargetsAndAgents() throws IOException {
        var config = read("""
            dashboard:
              port: 7171
            targets:
              - name: db-1
                url: jdbc:postgresql://db-1.example:6432/shop?sslmode=verify-full&sslrootcert=/etc/shop/ca.pem
                user: tautline
                password-env: GUARD_PASSWORD
                expect: primary
            agents:
              - name: shop-1
                url: http://127.0.0.1:8081/actuator/tautline
            """);

        assertThat(config.dashboard().port()).isEqualTo(7171);
        var target = config.targets().getFirst();
        assertThat(target.name()).isEqualTo("db-1");
        assertThat(target.probe().endpoint()).isEqualTo("db-1.example:6432");
        assertThat(target.probe().sslMode()).isEqualTo(SslMode.VERIFY_FULL);
        assertThat(target.probe().rootCertificate()).isEqualTo(Path.of("/etc/shop/ca.pem"));
        assertThat(target.probe().expected()).isEqualTo(Expectation.PRIMARY);
        assertThat(target.toString()).doesNotContain("s3cret");
        assertThat(config.agents().getFirst().url()).hasPath("/actuator/tautline");
    }

    @Test
    void reportsEveryProblemAtOnceWithItsPlace() {
        assertThatThrownBy(() -> read("""
            dashbord:
              port: 7070
            targets:
              - name: db-1
                url: jdbc:postgresql://a,b/shop
                user: tautline
                password-env: MISSING
                expect: leader
            agents:
              - url: ftp://shop
            """))
                .isInstanceOf(WatchFileUnusable.class)
                .hasMessageContaining("taut.yaml:1:1: unknown key 'dashbord', did you mean 'dashboard'?")
                .hasMessageContaining("taut.yaml:5:10: one host is expected")
                .hasMessageContaining("taut.yaml:7:19: the environment variable MISSING is not set")
                .hasMessageContaining("taut.yaml:8:13: 'expect' is 'leader', allowed: ")
                .hasMessageContaining("taut.yaml:10:10: 'ftp://shop' is not an http or https URL")
                .hasMessageContaining("taut.yaml:10:5: 'name' is missing");
    }

    @Test
    void readsWhereTheHistoryIsKeptAndForHowLong() throws IOException {
        var config = read("""
            history:
              folder: state
              keep-days: 30
            agents:
              - name: shop-1
                url: http://127.0.0.1:8081/actuator/tautline
            """);

        assertThat(config.history())
                .isEqualTo(
                        new HistoryConfig(Optional.of(folder.resolve("state")), Duration.ofDays(30), Keeping.DEFAULT));
        assertThatThrownBy(() -> read("history:\n  keep-days: 0\n  folde: x\nagents: []\n"))
                .hasMessageContaining("taut.yaml:2:14: 'keep-days' is '0', allowed: 1 to 9999")
                .hasMessageContaining("taut.yaml:3:3: unknown key 'folde', did you mean 'folder'?");
    }

    @Test
    void reportsWhatIsWrongWithReceivers() {
        assertThatThrownBy(() -> read("""
            alerts:
              receivers:
                - name: on-call
                  owners: databse
                  webhook:
                    url: http://hooks.example/secret-part
                    secret-env: MISSING
                - name: on-call
                  email:
                    host: mail.example
                    starttls: none
                    from: taut
                    to: dba@shop.example
                - name: nobody
            agents: []
            """))
                .hasMessageContaining("taut.yaml:4:15: 'databse' is no owner, allowed: application, database")
                .hasMessageContaining("taut.yaml:6:14: not a URL that can be used; allowed: https")
                .hasMessageContaining("taut.yaml:7:21: the environment variable MISSING is not set")
                .hasMessageContaining("taut.yaml:8:13: another receiver is called 'on-call', too")
                .hasMessageContaining("taut.yaml:11:19: 'none' is allowed only for a server on this machine")
                .hasMessageContaining("taut.yaml:12:15: 'taut' is not a mail address")
                .hasMessageContaining("taut.yaml:14:13: one channel is expected: alertmanager, email, ntfy")
                .hasMessageNotContaining("secret-part");
    }

    @Test
    void leavesTheSectionsOfOtherCommandsAlone() throws IOException {
        var config = read("""
            check:
              fail-on: critical
            servers: []
            agents:
              - name: shop-1
                url: http://127.0.0.1:8081/actuator/tautline
            """);

        assertThat(config.agents()).hasSize(1);
    }

    @Test
    void namesThePlaceOfMalformedYaml() {
        assertThatThrownBy(() -> read("targets:\n  - name: [db-1\n"))
                .isInstanceOf(WatchFileUnusable.class)
                .hasMessageContaining("taut.yaml:3:1: ");
    }

    @Test
    void refusesAFileThatIsNotThereOrWatchesNothing() {
        assertThatThrownBy(() -> WatchFile.read(folder.resolve("absent.yaml"), around(Map.of()), CLOCK, warnings::add))
                .hasMessageContaining("absent.yaml: cannot be read");
        assertThatThrownBy(() -> read("")).hasMessageContaining("the file is empty");
        assertThatThrownBy(() -> read("targets: []\n")).hasMessageContaining("nothing to watch");
    }

    @Test
    void warnsOfAPasswordFileThatIsLeftOut() throws IOException {
        Files.setPosixFilePermissions(
                Files.writeString(folder.resolve(".pgpass"), "*:*:*:*:word"),
                PosixFilePermissions.fromString("rw-rw-rw-"));
        read("targets: [{name: db-1, url: 'jdbc:postgresql://db-1/shop', user: tautline}]");

        assertThat(warnings).singleElement().asString().contains(".pgpass is left out");
    }

    private WatchConfig read(String yaml) throws IOException {
        var file = Files.writeString(folder.resolve("taut.yaml"), yaml);
        return WatchFile.read(file, around(Map.of("GUARD_PASSWORD", "s3cret")), CLOCK, warnings::add);
    }

    private Surroundings around(Map<String, String> environment) {
        return new Surroundings(environment, folder, "nobody");
    }
}
