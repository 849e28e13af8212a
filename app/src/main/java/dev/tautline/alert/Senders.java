package dev.tautline.alert;

import dev.tautline.history.Delivery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One thread per receiver, so that one that stalls delays no other. Each message is tried until it is taken, or until
/// nobody can want it any more.
public final class Senders implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Senders.class);
    private static final Duration TRIED_FOR = Duration.ofHours(24);

    /// A channel that fails this long is a trouble of the guard's own.
    private static final Duration LONG = Duration.ofMinutes(10);

    private static final long LOOK_EVERY_MILLIS = 100;

    private final Outbox outbox;
    private final Backoff backoff;
    private final Clock clock;
    private final Consumer<String> says;
    private final Failing failing;
    private final Map<String, Thread> threads = new ConcurrentHashMap<>();

    private Senders(Outbox outbox, Backoff backoff, Clock clock, Consumer<String> says, Failing failing) {
        this.outbox = outbox;
        this.backoff = backoff;
        this.clock = clock;
        this.says = says;
        this.failing = failing;
    }

    /// @param says hears, in one sentence each, of receivers that cannot be told
    public static Senders start(
            Outbox outbox,
            List<Receiver> receivers,
            RandomGenerator random,
            Clock clock,
            Consumer<String> says,
            Failing failing) {
        var senders = new Senders(outbox, new Backoff(random), clock, says, failing);
        senders.serve(receivers);
        return senders;
    }

    /// From now on these are served, and no others. One that goes may finish the message that it is sending.
    public void serve(List<Receiver> receivers) {
        threads.values().forEach(Thread::interrupt);
        threads.clear();
        for (var receiver : receivers) {
            threads.put(
                    receiver.name(),
                    Thread.ofVirtual().name("alert-" + receiver.name()).start(() -> serve(receiver)));
        }
    }

    private void serve(Receiver receiver) {
        var pace = new PaceKeeper(receiver.pace().perMinute(), clock.instant());
        Instant failingSince = null;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var due = outbox.due(receiver.name(), clock.instant(), Digest.MOST);
                if (due.isEmpty() || !pace.lets(clock.instant())) {
                    TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
                    continue;
                }
                boolean together = receiver.channel().takesDigests()
                        && due.size() >= receiver.pace().digestFrom();
                var receipt = send(together ? due : due.subList(0, 1), receiver);
                failingSince = judged(receiver, receipt, failingSince);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Instant judged(Receiver receiver, Receipt receipt, @Nullable Instant since) {
        if (receipt.taken() || receipt.refused()) {
            if (since != null) {
                failing.receiver(receiver.name(), null);
            }
            return null;
        }
        var now = clock.instant();
        var begun = since == null ? now : since;
        if (Duration.between(begun, now).compareTo(LONG) >= 0) {
            failing.receiver(receiver.name(), receipt.what());
        }
        return begun;
    }

    private Receipt send(List<Delivery> together, Receiver receiver) {
        var receipt = attempt(together, receiver);
        if (Thread.currentThread().isInterrupted() && !receipt.taken()) {
            return receipt;
        }
        var now = clock.instant();
        together.forEach(delivery -> settle(delivery, receiver, receipt, now));
        return receipt;
    }

    private void settle(Delivery delivery, Receiver receiver, Receipt receipt, Instant now) {
        int attempts = delivery.attempts() + 1;
        var over =
                receipt.refused() || Duration.between(delivery.created(), now).compareTo(TRIED_FOR) > 0;
        outbox.update(new Delivery(
                delivery.key(),
                delivery.incident(),
                delivery.receiver(),
                delivery.body(),
                delivery.created(),
                attempts,
                now.plus(backoff.after(attempts, receipt.retryAfter())),
                receipt.taken() || over ? now : null,
                receipt.what()));
        if (!receipt.taken() && (attempts == 1 || over)) {
            says.accept("receiver " + receiver.name() + " could not be told of incident " + delivery.incident() + ": "
                    + receipt.what() + (over ? "; given up after " + attempts + " attempts" : "; trying again"));
        }
    }

    private Receipt attempt(List<Delivery> together, Receiver receiver) {
        try {
            var notices = together.stream()
                    .map(delivery -> NoticeJson.read(delivery.body()))
                    .toList();
            return receiver.channel()
                    .deliver(notices.size() == 1 ? notices.getFirst() : Digest.of(notices, clock.instant()));
        } catch (RuntimeException e) {
            // A channel that breaks on one message must still get the next one.
            LOG.error("receiver {} could not be told", receiver.name(), e);
            return Receipt.failed("a defect in taut; its log says more");
        }
    }

    @Override
    public void close() {
        threads.values().forEach(Thread::interrupt);
    }
}
