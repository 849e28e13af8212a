package dev.tautline.targets;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// Lets climbs start so that the times they measure are the network's and the server's, not this machine's: one alone,
/// then no more at once than compete for the processor, but never later than those before them can hold them up.
final class Turnstile {
    private static final int AT_EASE = 32;

    /// After this long the next one starts in any case: those before it wait for the network, not for the processor.
    private static final Duration PACE = Duration.ofMillis(4);

    /// In a fresh JVM the first climb loads the classes that all others need, which takes a tenth of a second and more.
    /// A first target that does not answer must not hold up the others for longer.
    private static final Duration WARM_UP = Duration.ofMillis(300);

    private final ReentrantLock entrance = new ReentrantLock(true);
    private final Semaphore easy = new Semaphore(AT_EASE);
    private final CountDownLatch warm = new CountDownLatch(1);
    private boolean hasFirst;

    /// How a climb got in.
    enum Pass {
        /// Alone, with everything still to be loaded: what it measures is not worth much.
        FIRST,
        AT_EASE,
        HURRIED
    }

    Pass enter() throws InterruptedException {
        entrance.lockInterruptibly();
        try {
            if (!hasFirst) {
                hasFirst = true;
                return Pass.FIRST;
            }
            if (!warm.await(WARM_UP.toMillis(), TimeUnit.MILLISECONDS)) {
                warm.countDown(); // nobody else waits
            }
            return easy.tryAcquire(PACE.toMillis(), TimeUnit.MILLISECONDS) ? Pass.AT_EASE : Pass.HURRIED;
        } finally {
            entrance.unlock();
        }
    }

    void leave(Pass pass) {
        switch (pass) {
            case FIRST -> warm.countDown();
            case AT_EASE -> easy.release();
            case HURRIED -> {}
        }
    }
}
