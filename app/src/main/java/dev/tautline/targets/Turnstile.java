package dev.tautline.targets;

import dev.tautline.probe.Deadline;
import dev.tautline.probe.Step;
import dev.tautline.probe.StepListener;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// Lets climbs start so that the times they measure are the network's and the server's, not this machine's: one alone,
/// then as many as the processors bear. Those that wait for somebody else's answer hold up nobody.
final class Turnstile {
    /// While one computes, another's packets are on their way.
    private static final int AT_EASE_PER_PROCESSOR = 2;

    /// With processor time to spare, one more starts this often.
    private static final Duration PACE = Duration.ofMillis(4);

    /// In a fresh JVM the first climb to the top loads the classes that all others need, which takes a tenth of a
    /// second and more. First targets that do not answer must not hold up the others for longer.
    private static final Duration WARM_UP = Duration.ofMillis(300);

    /// What takes longer than this to get a connection waits for the network, not for a processor.
    private static final Duration COMPETES_UNCONNECTED = Duration.ofMillis(50);

    /// What takes longer than this over a later step waits for the server; on an overloaded machine that may be wrong,
    /// which costs some of the ease and no more.
    private static final Duration COMPETES_CONNECTED = Duration.ofMillis(500);

    private final int atEase;
    private final BooleanSupplier hasProcessorTime;
    private final Set<Ticket> inside = ConcurrentHashMap.newKeySet();
    private final Semaphore departures = new Semaphore(0);
    private final ReentrantLock entrance = new ReentrantLock(true);
    private final Deadline warmInAnyCase = Deadline.after(WARM_UP);
    private volatile boolean isWarm;
    private volatile boolean isFirstUnderWay;

    Turnstile() {
        this(AT_EASE_PER_PROCESSOR * Runtime.getRuntime().availableProcessors(), new ProcessorTime()::isLeft);
    }

    /// @param atEase how many may compete for the processors at once
    /// @param hasProcessorTime whether there is time to spare all the same
    Turnstile(int atEase, BooleanSupplier hasProcessorTime) {
        this.atEase = atEase;
        this.hasProcessorTime = hasProcessorTime;
    }

    /// One climb's leave to run, which follows its steps. It ends with [#leave].
    static final class Ticket implements StepListener {
        private final boolean isFirst;
        private volatile Step step = Step.RESOLVE;
        private volatile long since = System.nanoTime();

        private Ticket(boolean isFirst) {
            this.isFirst = isFirst;
        }

        /// It ran alone, with everything still to be loaded: what it measures is not worth much.
        boolean isFirst() {
            return isFirst;
        }

        @Override
        public void begins(Step begun) {
            step = begun;
            since = System.nanoTime();
        }

        private boolean competes() {
            var most = step.compareTo(Step.CONNECT) <= 0 ? COMPETES_UNCONNECTED : COMPETES_CONNECTED;
            return System.nanoTime() - since < most.toNanos();
        }
    }

    /// Waits for a turn, in the order of arrival.
    Ticket enter() throws InterruptedException {
        entrance.lockInterruptibly();
        try {
            while (isFirstUnderWay && isCold()) {
                awaitDeparture(warmInAnyCase.remaining());
            }
            boolean isFirst = isCold();
            if (isFirst) {
                isFirstUnderWay = true;
            } else {
                awaitRoom();
            }
            var ticket = new Ticket(isFirst);
            inside.add(ticket);
            return ticket;
        } finally {
            entrance.unlock();
        }
    }

    /// Only the head of the queue is here, so that the pace is everybody's.
    private void awaitRoom() throws InterruptedException {
        long begin = System.nanoTime();
        while (inside.stream().filter(Ticket::competes).count() >= atEase) {
            boolean isTime = System.nanoTime() - begin >= PACE.toNanos();
            if (isTime && hasProcessorTime.getAsBoolean()) {
                return;
            }
            awaitDeparture(PACE);
        }
    }

    /// One that happened before the question may count once more: whoever waits looks again in any case.
    private void awaitDeparture(Duration atMost) throws InterruptedException {
        if (departures.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            departures.drainPermits();
        }
    }

    /// @param hasPassed whether it reached the top; when the first one did not, the next one is as cold
    void leave(Ticket ticket, boolean hasPassed) {
        inside.remove(ticket);
        if (ticket.isFirst()) {
            isWarm = hasPassed;
            isFirstUnderWay = false;
        }
        departures.release();
    }

    private boolean isCold() {
        return !isWarm && !warmInAnyCase.passed();
    }
}
