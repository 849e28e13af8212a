package dev.tautline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.lab.catalogue.Faults;
import dev.tautline.lab.fault.Group;
import dev.tautline.stage.TautHome;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// The scenarios that come with Tautline.
class ScenariosTest {
    @Test
    void allAreReadAndCoverEveryGroupOfFaults() {
        var all = Scenarios.in(TautHome.find(System.getProperties()).root().resolve("scenarios"));

        assertThat(all).hasSizeGreaterThanOrEqualTo(20);
        assertThat(all.stream()
                        .flatMap(scenario -> scenario.strikes().stream())
                        .map(strike ->
                                Faults.kindOf(strike.fault()).orElseThrow().group()))
                .containsAll(Arrays.asList(Group.values()));
        assertThat(all).anyMatch(scenario -> scenario.expected() instanceof Expectation.Quiet);
    }

    /// A scenario may be stricter than the page of its fault, and must not contradict it.
    @Test
    void whatTheyExpectIsWhatTheFaultsPageSays() {
        var all = Scenarios.in(TautHome.find(System.getProperties()).root().resolve("scenarios"));

        assertThat(all).allSatisfy(scenario -> {
            var page = Faults.kindOf(scenario.strikes().getFirst().fault())
                    .orElseThrow()
                    .page();
            switch (scenario.expected()) {
                case Expectation.Named named ->
                    assertThat(page.mustSpeak()).as(scenario.id()).containsAll(named.causes());
                case Expectation.Quiet _ ->
                    assertThat(page.mustSpeak()).as(scenario.id()).isEmpty();
            }
        });
    }
}
