package dev.tautline.alert;

import dev.tautline.history.Delivery;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One thread per receiver, so that one that stalls delays no other. Each message is tried until it is taken, or until
/// nobody can want it any more.
public final class Senders implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Senders.class);
    private static final Duration TRIED_FOR = Duration.ofHours(24);
    private static final long LOOK_EVERY_MILLIS = 100;

    private final Outbox outbox;
    private final Backoff backoff;
    private final Clock clock;
    private final Consumer<String> says;
    private final List<Thread> threads = new ArrayList<>();

    private Senders(Outbox outbox, Backoff backoff, Clock clock, Consumer<String> says) {
        this.outbox = outbox;
        this.backoff = backoff;
        this.clock = clock;
        this.says = says;
    }

    /// @param says hears, in one sentence each, of receivers that cannot be told
    public static Senders start(
            Outbox outbox, List<Receiver> receivers, RandomGenerator random, Clock clock, Consumer<String> says) {
        var senders = new Senders(outbox, new Backoff(random), clock, says);
        for (var receiver : receivers) {
            senders.threads.add(
                    Thread.ofVirtual().name("alert-" + receiver.name()).start(() -> senders.serve(receiver)));
        }
        return senders;
    }

    private void serve(Receiver receiver) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var next = outbox.next(receiver, clock.instant());
                if (next.isEmpty()) {
                    TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
                } else {
                    send(next.get(), receiver);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Delivery delivery, Receiver receiver) {
        var receipt = attempt(delivery, receiver);
        var now = clock.instant();
        int attempts = delivery.attempts() + 1;
        var over = Duration.between(delivery.created(), now).compareTo(TRIED_FOR) > 0;
        var due = now.plus(backoff.after(attempts, receipt.retryAfter()));
        outbox.update(new Delivery(
                delivery.key(),
                delivery.incident(),
                delivery.receiver(),
                delivery.body(),
                delivery.created(),
                attempts,
                due,
                receipt.taken() || over ? now : null,
                receipt.what()));
        if (!receipt.taken() && (attempts == 1 || over)) {
            says.accept("receiver " + receiver.name() + " could not be told of incident " + delivery.incident() + ": "
                    + receipt.what() + (over ? "; given up after " + attempts + " attempts" : "; trying again"));
        }
    }

    private static Receipt attempt(Delivery delivery, Receiver receiver) {
        try {
            return receiver.channel().deliver(NoticeJson.read(delivery.body()));
        } catch (RuntimeException e) {
            // A channel that breaks on one message must still get the next one.
            LOG.error("receiver {} could not be told", receiver.name(), e);
            return Receipt.failed("a defect in taut; its log says more");
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }
}
