package dev.tautline.probe;

import dev.tautline.probe.StepResult.Passed;
import dev.tautline.probe.evidence.Authentication;
import dev.tautline.probe.evidence.Evidence;
import dev.tautline.probe.evidence.Resolution;
import dev.tautline.probe.evidence.ServerAnswer;
import dev.tautline.probe.evidence.Writing;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Which layer of a passed ladder is slow. The route is measured by the quickest round trip of the same
/// connection; a layer is slow by what it took beyond the round trips that it needs, so that a far server
/// alone is never blamed on TLS.
///
/// @param tell takes the kind of the remark and its words
record SpeedRemarks(BiConsumer<RemarkKind, String> tell, List<StepResult> steps, List<Evidence> evidence) {
    /// People notice a tenth of a second, and a pool that opens connections on demand makes them wait for it.
    private static final Duration SLOW = Duration.ofMillis(100);
    /// Within one region round trips stay below 2 ms; at 20 ms, ten queries in a row are noticed.
    private static final Duration FAR = Duration.ofMillis(20);
    /// A lost SYN is sent again after one second (RFC 6298, 2.1).
    private static final Duration SENT_AGAIN = Duration.ofSeconds(1);
    /// scram_iterations unless set (PostgreSQL 18); 4,096 rounds take about 3 ms in a warm JVM and 30 in a fresh one.
    private static final int USUAL_ITERATIONS = 4_096;
    /// A full handshake of TLS 1.2 after the question for it.
    private static final int TLS_ROUND_TRIPS = 3;

    /// What tells the server's slowness from ours: hashing is all our own, and its extent is known.
    void run() {
        var starved = find(Authentication.class).filter(SpeedRemarks::isStarved);
        if (starved.isPresent()) {
            tell.accept(
                    RemarkKind.SLOW_HERE,
                    "this machine needed " + millis(starved.get().answering()) + " for the "
                            + starved.get().iterations()
                            + " hashes of the log-in, which take some milliseconds: it is busy,"
                            + " so that nothing is said here of what else was slow");
        } else {
            onLayers();
        }
    }

    private static boolean isStarved(Authentication log) {
        return log.iterations() != null && log.iterations() <= USUAL_ITERATIONS && slow(log.answering());
    }

    private void onLayers() {
        var answer = find(ServerAnswer.class);
        var roundTrip = answer.map(ServerAnswer::roundTripMinimum).orElse(Duration.ZERO);
        took(Step.RESOLVE)
                .filter(took -> slow(took) && !isLiteral())
                .ifPresent(took -> tell.accept(RemarkKind.SLOW_NAMES, "finding the addresses took " + millis(took)));
        took(Step.CONNECT).ifPresent(took -> onConnect(took, roundTrip));
        if (answer.isEmpty()) {
            return;
        }
        beyond(Step.TLS, roundTrip.multipliedBy(TLS_ROUND_TRIPS))
                .ifPresent(excess -> tell.accept(
                        RemarkKind.SLOW_TLS, "TLS took " + millis(excess) + " more than its round trips explain"));
        find(Authentication.class).ifPresent(log -> onLogIn(log, roundTrip));
        find(Writing.class).ifPresent(writing -> onCommit(writing, roundTrip));
        beyond(Step.SESSION, roundTrip.multipliedBy(2))
                .ifPresent(excess -> tell.accept(
                        RemarkKind.SLOW_SESSION,
                        "opening the session took " + millis(excess) + " more than its round trips explain"));
    }

    /// Nobody is asked for the address of an address.
    private boolean isLiteral() {
        return find(Resolution.class).filter(found -> isLiteral(found.host())).isPresent();
    }

    private static boolean isLiteral(String host) {
        try {
            InetAddress.ofLiteral(host);
            return true;
        } catch (IllegalArgumentException name) {
            return false;
        }
    }

    /// A disk that flushes takes milliseconds; what waits for standbys is told apart.
    private void onCommit(Writing writing, Duration roundTrip) {
        var commit = writing.commit();
        if (commit != null && slow(commit.minus(roundTrip))) {
            tell.accept(
                    RemarkKind.SLOW_COMMIT,
                    "a commit takes " + millis(commit)
                            + (writing.waiting() == null
                                    ? ""
                                    : ", of which waiting for synchronous standbys " + millis(writing.waiting())));
        }
    }

    private void onConnect(Duration took, Duration roundTrip) {
        if (took.compareTo(SENT_AGAIN) >= 0 && roundTrip.compareTo(SENT_AGAIN) < 0) {
            tell.accept(
                    RemarkKind.LOST_FIRST_PACKET,
                    "the connection came after " + millis(took) + ": the first packet was lost and sent again");
        } else if (took.compareTo(FAR) >= 0 && roundTrip.compareTo(FAR) >= 0) {
            tell.accept(
                    RemarkKind.SLOW_ROUTE,
                    "one round trip takes " + millis(roundTrip) + ", so 50 queries in a row take "
                            + millis(roundTrip.multipliedBy(50)));
        } else if (roundTrip.minus(took).compareTo(FAR) >= 0) {
            tell.accept(
                    RemarkKind.SLOW_ANSWERS,
                    "a query takes " + millis(roundTrip) + " at least, though the network takes " + millis(took));
        }
    }

    private void onLogIn(Authentication log, Duration roundTrip) {
        if (slow(log.untilAsked().minus(roundTrip))) {
            tell.accept(
                    RemarkKind.SLOW_TO_ASK,
                    "the server took " + millis(log.untilAsked()) + " to say how it wants to be convinced");
        }
        if (slow(log.answering())) {
            tell.accept(
                    RemarkKind.SLOW_HASHING,
                    "answering the server took us " + millis(log.answering())
                            + (log.iterations() == null ? "" : " for " + log.iterations() + " iterations of SCRAM"));
        }
        if (slow(log.judging().minus(roundTrip))) {
            onVerdict(log);
        }
    }

    /// PostgreSQL judges md5 and SCRAM by itself, in a moment, and sends its verdict only with what follows (auth.c,
    /// sendAuthRequest): when that comes late, it is the session that took its time.
    private void onVerdict(Authentication log) {
        if (log.method().equals("password")) {
            tell.accept(RemarkKind.SLOW_VERDICT, "the verdict on the password took " + millis(log.judging()));
        } else {
            tell.accept(
                    RemarkKind.SLOW_SESSION,
                    "after our answer to " + log.method() + ", which is judged in a moment, the session took "
                            + millis(log.judging()) + " to open");
        }
    }

    private Optional<Duration> beyond(Step step, Duration explained) {
        return took(step).map(took -> took.minus(explained)).filter(SpeedRemarks::slow);
    }

    private Optional<Duration> took(Step step) {
        return steps.stream()
                .filter(result -> result.step() == step && result instanceof Passed)
                .map(result -> ((Passed) result).took())
                .findFirst();
    }

    private <E extends Evidence> Optional<E> find(Class<E> kind) {
        return evidence.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    private static boolean slow(Duration took) {
        return took.compareTo(SLOW) >= 0;
    }

    private static String millis(Duration duration) {
        return duration.toMillis() + " ms";
    }
}
