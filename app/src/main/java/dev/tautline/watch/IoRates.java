package dev.tautline.watch;

import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.ServerIo;
import dev.tautline.diagnosis.Unit;
import dev.tautline.watch.server.IoTotals;
import dev.tautline.watch.server.IoTotals.By;
import dev.tautline.watch.server.IoTotals.Totals;
import dev.tautline.watch.server.ServerSample.Timed;
import java.util.Deque;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// The rates of one server's reads and writes of files by kind of process, and what one of each takes.
record IoRates(ServerSignals signals, Deque<Timed<IoTotals>> totals) {
    /// The time of fewer operations is chance.
    private static final long FEWEST = 5;

    /// Null until looked at twice.
    @Nullable
    ServerIo io() {
        double seconds = ServerMemory.seconds(totals);
        return seconds == 0
                ? null
                : new ServerIo(
                        seconds,
                        by(By.CLIENTS, "sessions", seconds),
                        by(By.CHECKPOINTER, "checkpointer", seconds),
                        by(By.AUTOVACUUM, "autovacuum", seconds));
    }

    private ServerIo.By by(By kind, String whose, double seconds) {
        return new ServerIo.By(
                rate(kind, "reads by " + whose, gain(kind, Totals::reads), seconds),
                rate(kind, "writes by " + whose, gain(kind, Totals::writes), seconds),
                rate(kind, "files extended by " + whose, gain(kind, Totals::extensions), seconds),
                rate(kind, "files synced by " + whose, gain(kind, Totals::fsyncs), seconds),
                each(kind, "time per read by " + whose, Totals::readMillis, Totals::reads),
                each(kind, "time per write by " + whose, Totals::writeMillis, Totals::writes),
                each(kind, "time per sync by " + whose, Totals::fsyncMillis, Totals::fsyncs));
    }

    private Reading rate(By kind, String what, double gained, double seconds) {
        return signals.read(signal(kind, what), what, gained / seconds, Unit.PER_SECOND);
    }

    private @Nullable Reading each(
            By kind, String what, ToDoubleFunction<Totals> millis, ToLongFunction<Totals> operations) {
        double times = gain(kind, operations);
        double took = took(kind, millis);
        return times < FEWEST || took <= 0 ? null : signals.read(signal(kind, what), what, took / times, Unit.MILLIS);
    }

    private static String signal(By kind, String what) {
        return "io-" + kind.name().toLowerCase(Locale.ROOT) + "-"
                + what.substring(0, what.indexOf(" by ")).replace(' ', '-');
    }

    private double gain(By kind, ToLongFunction<Totals> total) {
        return Math.max(0, total.applyAsLong(last(kind)) - total.applyAsLong(first(kind)));
    }

    private double took(By kind, ToDoubleFunction<Totals> millis) {
        return Math.max(0, millis.applyAsDouble(last(kind)) - millis.applyAsDouble(first(kind)));
    }

    private Totals first(By kind) {
        return totals.getFirst().value().of(kind);
    }

    private Totals last(By kind) {
        return totals.getLast().value().of(kind);
    }
}
