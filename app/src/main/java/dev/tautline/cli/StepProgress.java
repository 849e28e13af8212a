package dev.tautline.cli;

import dev.tautline.probe.ProbeTarget;
import dev.tautline.targets.ClimbListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// One line on a terminal that says which step is waited for, from when it takes long, until it is over; nothing
/// anywhere
/// else. For the hosts of one target: of many targets [ProbeProgress] tells how many are done.
final class StepProgress implements ClimbListener, AutoCloseable {
    private static final String ERASE_LINE = "\r\u001b[K";
    private static final Duration LONG = Duration.ofMillis(500);
    private static final Duration LOOK = Duration.ofMillis(200);

    /// A line that is wider than the terminal cannot be erased; narrower ones than this are rare.
    private static final int WIDEST = 78;

    private final PrintWriter err;
    private final LongSupplier nanoTime;
    private final Map<ProbeTarget, Waiting> underWay = new ConcurrentHashMap<>();
    private @Nullable Thread watcher;
    private String shown = "";

    private record Waiting(ProbeTarget host, String what, long since) {}

    StepProgress(PrintWriter err, LongSupplier nanoTime) {
        this.err = err;
        this.nanoTime = nanoTime;
    }

    /// Looks now and then until closed.
    static StepProgress started(PrintWriter err) {
        var progress = new StepProgress(err, System::nanoTime);
        progress.watcher = Thread.ofVirtual().name("step-progress").start(progress::watch);
        return progress;
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(LOOK);
                look();
            }
        } catch (InterruptedException over) {
            // Closed.
        }
    }

    @Override
    public void begins(ProbeTarget host, String what) {
        underWay.put(host, new Waiting(host, what, nanoTime.getAsLong()));
    }

    @Override
    public void ends(ProbeTarget host) {
        underWay.remove(host);
    }

    /// Shows what has been waited for longest, if that is long.
    synchronized void look() {
        long now = nanoTime.getAsLong();
        show(underWay.values().stream()
                .min(Comparator.comparingLong(Waiting::since))
                .filter(waiting -> now - waiting.since() >= LONG.toNanos())
                .map(waiting -> words(waiting, Duration.ofNanos(now - waiting.since())))
                .orElse(""));
    }

    private static String words(Waiting waiting, Duration since) {
        var seconds = since.toSeconds() == 0 ? "" : " " + since.toSeconds() + " s";
        var text =
                "  " + waiting.what() + " …" + seconds + "  " + waiting.host().endpoint();
        return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
    }

    private void show(String text) {
        if (!text.equals(shown)) {
            err.print(ERASE_LINE + text);
            err.flush();
            shown = text;
        }
    }

    /// The terminal is as it was.
    @Override
    public void close() {
        if (watcher != null) {
            watcher.interrupt();
        }
        erase();
    }

    private synchronized void erase() {
        underWay.clear();
        show("");
    }
}
