package dev.tautline.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says at regular times that the guard lives, to somebody who calls people when that stops. It says so only while the
/// watch makes its ticks: a guard that hangs is as silent as one that is dead.
public final class Heartbeat implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private final Thread thread;

    /// @param name what people call it; it may hold no secret
    /// @param every at least a second
    public record Beat(String name, Channel channel, Duration every) {}

    private Heartbeat(Beat beat, BooleanSupplier alive, Clock clock, Consumer<String> says) {
        this.thread = Thread.ofVirtual().name("heartbeat-" + beat.name()).start(() -> run(beat, alive, clock, says));
    }

    /// @param alive whether the watch has made a tick lately
    /// @param says hears when a sign of life was not taken, and when one is taken again
    public static Heartbeat start(Beat beat, BooleanSupplier alive, Clock clock, Consumer<String> says) {
        return new Heartbeat(beat, alive, clock, says);
    }

    private static void run(Beat beat, BooleanSupplier alive, Clock clock, Consumer<String> says) {
        boolean failing = false;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (alive.getAsBoolean()) {
                    failing = said(once(beat, clock.instant()), beat, failing, says);
                }
                TimeUnit.MILLISECONDS.sleep(beat.every().toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Receipt once(Beat beat, Instant now) {
        try {
            return beat.channel().deliver(notice(beat, now));
        } catch (RuntimeException e) {
            LOG.error("heartbeat {} could not be sent", beat.name(), e);
            return Receipt.failed("a defect in taut; its log says more");
        }
    }

    private static boolean said(Receipt receipt, Beat beat, boolean failing, Consumer<String> says) {
        if (!receipt.taken() && !failing) {
            says.accept("heartbeat " + beat.name() + " was not taken: " + receipt.what());
        } else if (receipt.taken() && failing) {
            says.accept("heartbeat " + beat.name() + " is taken again");
        }
        return !receipt.taken();
    }

    static Notice notice(Beat beat, Instant now) {
        // Who misses three of them may think the guard dead.
        var until = now.plus(beat.every().multipliedBy(3));
        var plain = Notice.plain(
                "heartbeat-" + now.getEpochSecond(),
                "heartbeat",
                Transition.HEARTBEAT,
                now,
                "[heartbeat] the guard watches",
                "The guard watches. When this stops for longer than " + beat.every() + ", look after the guard.\n");
        return new Notice(
                plain.key(),
                plain.incident(),
                plain.transition(),
                List.of(),
                now,
                now,
                until,
                plain.subject(),
                plain.text(),
                plain.facts(),
                null,
                null,
                plain.severity(),
                plain.state(),
                plain.labels(),
                null,
                null,
                null);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
