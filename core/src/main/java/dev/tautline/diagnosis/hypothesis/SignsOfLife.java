package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerView.Standby;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.StepResult.Failed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Evidence that a node runs although new connections to its published address fail.
final class SignsOfLife {
    /// A standby tells its position at least every 10 s (wal_receiver_status_interval, PostgreSQL 18) and at once
    /// while WAL flows; older words prove nothing.
    private static final double FRESH_SECONDS = 12;

    /// The look that told of the word may be a second old, and the first miss is noticed a second late.
    private static final double UNCERTAIN_SECONDS = 1;

    /// What cannot be told without a certificate, or the one letter that answers a request for TLS.
    private static final Set<FailureKind> ANSWERS = EnumSet.of(
            FailureKind.CERTIFICATE_EXPIRED,
            FailureKind.CERTIFICATE_NOT_YET_VALID,
            FailureKind.CERTIFICATE_UNKNOWN_AUTHORITY,
            FailureKind.CERTIFICATE_NAME_MISMATCH,
            FailureKind.TLS_NOT_OFFERED);

    /// SQLSTATEs with which PostgreSQL refuses a new session: privileges, limits, a database that is not there.
    private static final Pattern REFUSAL = Pattern.compile("(28|3D|42|53)[0-9A-Z]{3}");

    private SignsOfLife() {}

    /// What the primary says of the node, and what happened on its former address; empty when there is no such
    /// sign.
    static List<String> of(RouteView route, Scene scene) {
        var signs = new ArrayList<String>();
        var former = route.former();
        if (former != null && former.answers()) {
            signs.add("at its former address " + former.address() + " it still answers: " + former.evidence());
        }
        answer(route).ifPresent(signs::add);
        if (route.details().establishedGoesOn()) {
            signs.add("the session that was open before still gets answers");
        }
        for (var server : scene.servers()) {
            if (server.silentSeconds() == 0) {
                server.standbys().stream()
                        .filter(standby -> standby.name().equals(route.target()))
                        .filter(standby -> streams(standby, newest(route, scene)))
                        .forEach(standby -> signs.add(describe(server.target(), standby)));
            }
        }
        return signs;
    }

    /// A climb that fails by what the server answered shows that it runs. Class 57 is no such answer: that is how a
    /// server speaks that starts or ends.
    private static Optional<String> answer(RouteView route) {
        return route.failure()
                .map(Failed::failure)
                .filter(failure -> ANSWERS.contains(failure.kind())
                        || REFUSAL.matcher(failure.code()).matches())
                .map(failure -> "it answers itself: " + failure.words());
    }

    /// The primary had a word of it shortly before it failed, and the next one is not due yet: nobody knows.
    static boolean mayStillCome(RouteView route, Scene scene) {
        return scene.servers().stream()
                .filter(server -> server.silentSeconds() == 0)
                .flatMap(server -> server.standbys().stream())
                .filter(standby -> standby.name().equals(route.target()))
                .anyMatch(standby -> streams(standby, FRESH_SECONDS));
    }

    /// Words from before the failure say nothing of a node that has just stopped.
    private static double newest(RouteView route, Scene scene) {
        var since = route.details().failingSince();
        return since == null
                ? FRESH_SECONDS
                : Math.min(FRESH_SECONDS, Duration.between(since, scene.at()).toMillis() / 1000.0 - UNCERTAIN_SECONDS);
    }

    private static boolean streams(Standby standby, double withinSeconds) {
        return standby.state().equals("streaming") && standby.replySeconds() <= withinSeconds;
    }

    private static String describe(String primary, Standby standby) {
        return "%s streams WAL to %s (lag %d bytes, last word %.0f s ago)"
                .formatted(primary, standby.name(), standby.lagBytes(), standby.replySeconds());
    }
}
