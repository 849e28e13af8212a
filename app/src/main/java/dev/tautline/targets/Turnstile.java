package dev.tautline.targets;

import dev.tautline.probe.Deadline;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Lets climbs start so that the times they measure are the network's and the server's, not this machine's: one alone,
/// then no more at once than compete for the processor, but never later than those before them can hold them up.
final class Turnstile {
    private static final int AT_EASE = 32;

    /// After this long the next one starts in any case: those before it wait for the network, not for the processor.
    private static final Duration PACE = Duration.ofMillis(4);

    /// In a fresh JVM the first climb to the top loads the classes that all others need, which takes a tenth of a
    /// second
    /// and more. First targets that do not answer must not hold up the others for longer.
    private static final Duration WARM_UP = Duration.ofMillis(300);

    private final ReentrantLock entrance = new ReentrantLock(true);
    private final Condition firstIsBack = entrance.newCondition();
    private final Semaphore easy = new Semaphore(AT_EASE);
    private final Deadline warmInAnyCase = Deadline.after(WARM_UP);
    private boolean isWarm;
    private boolean isFirstUnderWay;

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
            while (isFirstUnderWay && isCold()) {
                var _ = firstIsBack.await(warmInAnyCase.remaining().toNanos(), TimeUnit.NANOSECONDS);
            }
            if (isCold()) {
                isFirstUnderWay = true;
                return Pass.FIRST;
            }
            return easy.tryAcquire(PACE.toMillis(), TimeUnit.MILLISECONDS) ? Pass.AT_EASE : Pass.HURRIED;
        } finally {
            entrance.unlock();
        }
    }

    /// @param hasPassed whether it reached the top; when the first one did not, the next one is as cold
    void leave(Pass pass, boolean hasPassed) {
        switch (pass) {
            case FIRST -> firstReturns(hasPassed);
            case AT_EASE -> easy.release();
            case HURRIED -> {}
        }
    }

    private void firstReturns(boolean hasPassed) {
        entrance.lock();
        try {
            isFirstUnderWay = false;
            isWarm = hasPassed;
            firstIsBack.signalAll();
        } finally {
            entrance.unlock();
        }
    }

    private boolean isCold() {
        return !isWarm && !warmInAnyCase.passed();
    }
}
