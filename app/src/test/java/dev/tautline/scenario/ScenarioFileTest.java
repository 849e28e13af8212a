package dev.tautline.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tautline.ground.Ground;
import dev.tautline.lab.fault.server.NodeStopped;
import dev.tautline.lab.postgres.StopMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What operators write is read, and what is wrong is told all at once, with its place.
class ScenarioFileTest {
    @TempDir
    private Path folder;

    @Test
    void aScenarioIsReadWhole() throws IOException {
        write("gone.yaml", """
                title: A node is gone
                given:
                  standbys: 2
                  round-trip: 10ms
                when: node-stopped node=db-2 mode=immediate
                then:
                  named: server-down
                  on: db-2
                  named-within: 5s
                  ruled-out: [traffic-spike]
                """);

        assertThat(Scenarios.in(folder)).singleElement().satisfies(scenario -> {
            assertThat(scenario.id()).isEqualTo("gone");
            assertThat(scenario.ground()).isEqualTo(new Ground(2, 1, Duration.ofMillis(10), 3, false, false));
            assertThat(scenario.strikes())
                    .extracting(Scenario.Strike::fault)
                    .containsExactly(new NodeStopped("db-2", StopMode.IMMEDIATE));
            assertThat(scenario.expected())
                    .isEqualTo(new Expectation.Named(
                            Duration.ofSeconds(3),
                            Set.of("server-down"),
                            Optional.of("db-2"),
                            Duration.ofSeconds(5),
                            Set.of("traffic-spike"),
                            Duration.ofSeconds(15),
                            Duration.ofSeconds(60)));
        });
    }

    @Test
    void quietIsAnExpectation() throws IOException {
        write("calm.yaml", """
                title: Nothing to page for
                when: role-connection-limit connections=50
                then:
                  quiet-for: 20s
                """);

        assertThat(Scenarios.in(folder))
                .extracting(Scenario::expected)
                .containsExactly(new Expectation.Quiet(Duration.ofSeconds(20)));
    }

    @Test
    void allThatIsWrongInAllFilesIsToldWithItsPlace() throws IOException {
        write("one.yaml", """
                titel: Misspelt
                given:
                  standbys: 9
                when:
                  - node-stoped
                then:
                  named: server-dwn
                """);
        write("two.yaml", "title: [\n");

        assertThatThrownBy(() -> Scenarios.in(folder))
                .isInstanceOfSatisfying(
                        ScenarioUnusable.class,
                        unusable -> assertThat(unusable.problems())
                                .anySatisfy(line -> assertThat(line).contains("one.yaml:1:1", "titel", "title"))
                                .anySatisfy(line -> assertThat(line).contains("one.yaml:3:13", "'9'", "0 to 3"))
                                .anySatisfy(line -> assertThat(line).contains("one.yaml:5:5", "node-stopped"))
                                .anySatisfy(line -> assertThat(line).contains("one.yaml:7:10", "server-down"))
                                .anySatisfy(line -> assertThat(line).contains("two.yaml:")));
    }

    @Test
    void aScenarioMustExpectEitherANameOrQuiet() throws IOException {
        write("both.yaml", """
                title: Both
                when: node-stopped
                then: {named: server-down, quiet-for: 5s}
                """);
        write("neither.yaml", """
                title: Neither
                when: node-stopped
                then: {on: db-1}
                """);

        assertThatThrownBy(() -> Scenarios.in(folder))
                .hasMessageContainingAll("both.yaml", "neither.yaml", "one of both");
    }

    @Test
    void anUnknownIdIsRefusedWithTheNearest() throws IOException {
        write("gone.yaml", "title: Gone\nwhen: node-stopped\nthen: {named: server-down}\n");
        var all = Scenarios.in(folder);

        assertThat(Scenarios.chosen(all, List.of("gone"))).isEqualTo(all);
        assertThatThrownBy(() -> Scenarios.chosen(all, List.of("gon"))).hasMessageContaining("'gone'");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
