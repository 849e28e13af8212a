package dev.tautline.targets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.probe.Step;
import dev.tautline.targets.Turnstile.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 10, unit = TimeUnit.SECONDS)
class TurnstileTest {
    private static final int AT_EASE = 3;

    private final AtomicBoolean hasProcessorTime = new AtomicBoolean();
    private final Turnstile turnstile = new Turnstile(AT_EASE, hasProcessorTime::get);

    @Test
    void oneGoesFirstAndTheOthersWhenItIsBack() throws Exception {
        var first = turnstile.enter();
        var second = CompletableFuture.supplyAsync(this::enter);
        turnstile.leave(first, true);

        assertThat(first.isFirst()).isTrue();
        assertThat(second.get(5, TimeUnit.SECONDS).isFirst()).isFalse();
    }

    @Test
    void theNextIsFirstWhenTheFirstDidNotArrive() throws Exception {
        turnstile.leave(turnstile.enter(), false);

        assertThat(turnstile.enter().isFirst()).isTrue();
    }

    @Test
    void nobodyWaitsForAFirstThatNeverReturns() throws Exception {
        assertThat(turnstile.enter().isFirst()).isTrue();
        assertThat(turnstile.enter().isFirst()).isFalse();
    }

    @Test
    void whoComputesKeepsOthersOutUntilOneLeaves() throws Exception {
        var computing = connected(AT_EASE);
        var next = CompletableFuture.supplyAsync(this::enter);

        assertThat(waits(next, computing)).isTrue();
        turnstile.leave(computing.getFirst(), true);
        assertThat(next.get(5, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void whoWaitsForAnAnswerKeepsNobodyOut() throws Exception {
        warmUp();
        for (int i = 0; i < 10 * AT_EASE; i++) {
            turnstile.enter().begins(Step.CONNECT);
        }
    }

    @Test
    void moreGoInWhileTheProcessorsHaveTime() throws Exception {
        connected(AT_EASE);
        hasProcessorTime.set(true);

        assertThat(turnstile.enter()).isNotNull();
    }

    private void warmUp() throws InterruptedException {
        turnstile.leave(turnstile.enter(), true);
    }

    private List<Ticket> connected(int count) throws InterruptedException {
        warmUp();
        var tickets = new ArrayList<Ticket>();
        for (int i = 0; i < count; i++) {
            tickets.add(turnstile.enter());
            tickets.getLast().begins(Step.TLS);
        }
        return tickets;
    }

    /// Whether the next one is still outside after some looks; those inside go on working meanwhile.
    private static boolean waits(CompletableFuture<Ticket> next, List<Ticket> inside) throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            inside.forEach(ticket -> ticket.begins(Step.QUERY));
            Thread.sleep(2);
        }
        return !next.isDone();
    }

    private Ticket enter() {
        try {
            return turnstile.enter();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
