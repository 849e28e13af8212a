package dev.tautline.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.diagnosis.hypothesis.Hypotheses;
import org.junit.jupiter.api.Test;

class OutagesTest {
    @Test
    void everyExpectedCauseAndSuspicionIsInTheCatalogueOfHypotheses() {
        var known = Hypotheses.all().stream()
                .map(hypothesis -> hypothesis.cause().id())
                .toList();

        assertThat(Outages.ids()).isSorted().doesNotHaveDuplicates().allSatisfy(id -> {
            var expected = Outages.find(id).orElseThrow().expected();
            assertThat(known).contains(expected.causeId()).containsAll(expected.ruledOut());
        });
    }
}
