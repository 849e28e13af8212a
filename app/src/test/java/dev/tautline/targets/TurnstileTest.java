package dev.tautline.targets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.targets.Turnstile.Pass;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 10, unit = TimeUnit.SECONDS)
class TurnstileTest {
    private final Turnstile turnstile = new Turnstile();

    @Test
    void oneGoesFirstAndTheOthersWhenItIsBack() throws Exception {
        assertThat(turnstile.enter()).isEqualTo(Pass.FIRST);
        var second = CompletableFuture.supplyAsync(this::enter);
        turnstile.leave(Pass.FIRST, true);

        assertThat(second.get(5, TimeUnit.SECONDS)).isEqualTo(Pass.AT_EASE);
    }

    @Test
    void theNextIsFirstWhenTheFirstDidNotArrive() throws Exception {
        assertThat(turnstile.enter()).isEqualTo(Pass.FIRST);
        turnstile.leave(Pass.FIRST, false);

        assertThat(turnstile.enter()).isEqualTo(Pass.FIRST);
    }

    @Test
    void nobodyWaitsForAFirstThatNeverReturns() throws Exception {
        assertThat(turnstile.enter()).isEqualTo(Pass.FIRST);
        assertThat(turnstile.enter()).isEqualTo(Pass.AT_EASE);
    }

    @Test
    void whoComesWhenAllAreBusyGoesInAHurryRatherThanNever() throws Exception {
        turnstile.leave(turnstile.enter(), true);
        List<Pass> passes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            passes.add(turnstile.enter());
        }

        assertThat(passes.subList(0, 32)).containsOnly(Pass.AT_EASE);
        assertThat(passes.subList(32, 40)).containsOnly(Pass.HURRIED);
        turnstile.leave(Pass.AT_EASE, true);
        assertThat(turnstile.enter()).isEqualTo(Pass.AT_EASE);
    }

    private Pass enter() {
        try {
            return turnstile.enter();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
