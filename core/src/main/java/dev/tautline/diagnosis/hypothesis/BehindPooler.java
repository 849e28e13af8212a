package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.probe.FailureKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known of the server behind a pooler while the way through the pooler fails: told by the watched routes that
/// lead past it.
sealed interface BehindPooler {
    /// Whose words these are shows that a pooler stands there.
    Set<FailureKind> WORDS_OF_POOLERS = EnumSet.of(
            FailureKind.POOLER_FULL,
            FailureKind.POOLER_WAIT_TIMED_OUT,
            FailureKind.POOLER_WITHOUT_SERVER,
            FailureKind.POOLER_LOG_IN_REFUSED,
            FailureKind.POOLER_NOT_IN_HBA,
            FailureKind.POOLER_PASSWORD_REFUSED,
            FailureKind.POOLER_DATABASE_UNKNOWN,
            FailureKind.POOLER_REJECTS_LOG_IN,
            FailureKind.POOLER_DATABASE_DISABLED);

    /// It answers whoever asks it past the pooler.
    ///
    /// @param target its name, or that of the pooler where only an open session through it tells
    record Answers(String target, String words) implements BehindPooler {}

    /// It fails whoever asks it past the pooler, too: the pooler has nobody to pass on to.
    record Fails(String target, String words) implements BehindPooler {}

    /// Nothing has been heard of it since the pooler fails.
    record NotYet(String why) implements BehindPooler {}

    /// No watched route leads past the pooler.
    record Unwatched() implements BehindPooler {}

    /// The pooler itself is gone, or says no word: whoever asks for a password before falling silent is alive, and a
    /// server that stands still behind it does not keep it from asking.
    Set<FailureKind> POOLER_IS_DEAD = EnumSet.of(FailureKind.CONNECTION_REFUSED, FailureKind.ACCEPTED_THEN_SILENT);

    /// A pooler stood there when the route was last climbed, or what fails speaks as one.
    static boolean isPooler(RouteView route) {
        var destination = route.details().destination();
        return (destination != null && destination.throughPooler()) || route.fails(WORDS_OF_POOLERS);
    }

    static BehindPooler of(RouteView pooler, Scene scene) {
        var past = past(pooler, scene);
        if (pooler.details().establishedGoesOn()) {
            return new Answers(
                    past.isEmpty() ? pooler.target() : past.getFirst().target(),
                    "the session through " + pooler.target() + " that was open before still gets answers");
        }
        if (past.isEmpty()) {
            return new Unwatched();
        }
        return past.stream()
                .filter(route -> answersSince(route, pooler))
                .findFirst()
                .<BehindPooler>map(route -> new Answers(
                        route.target(), "past the pooler, a new connection to " + route.target() + " reaches the top"))
                .or(() -> past.stream()
                        .filter(route -> route.failure().isPresent()
                                && SignsOfLife.of(route, scene).isEmpty())
                        .findFirst()
                        .map(route -> new Fails(route.target(), "past the pooler: " + Routes.describe(route))))
                .orElseGet(() -> new NotYet("%s itself has not been asked since %s fails"
                        .formatted(past.getFirst().target(), pooler.target())));
    }

    /// What a cause of servers has to say of a route on which a pooler stands: the server's own route tells of the
    /// server. Null where no pooler stands, or where it lives and nobody watches the server behind it.
    static @Nullable Judgement instead(RouteView route, Scene scene) {
        if (!isPooler(route)) {
            return null;
        }
        return switch (of(route, scene)) {
            case Answers answers -> new Refuted(answers.words());
            case Fails fails -> new Refuted(fails.words());
            case NotYet(var why) -> new Unknown(why);
            case Unwatched() ->
                route.fails(POOLER_IS_DEAD) ? new Refuted("it is a pooler that stood at " + route.host()) : null;
        };
    }

    /// A pooler lets nobody through, or not at once, while the server behind it answers: what that one sees of
    /// log-ins is the pooler's own trouble.
    static Optional<String> troubled(Scene scene) {
        return scene.routes().stream()
                .filter(route -> isPooler(route)
                        && (route.failure().isPresent() || Routes.late(route, scene))
                        && of(route, scene) instanceof Answers)
                .findFirst()
                .map(route -> route.failure().isPresent()
                        ? Routes.describe(route)
                        : "a new connection to " + route.host() + " has not got through yet");
    }

    /// Routes to the same server on which no pooler stands. Where the pooler never let us through, those to the one
    /// primary that is watched.
    private static List<RouteView> past(RouteView pooler, Scene scene) {
        var led = pooler.details().destination();
        return scene.routes().stream()
                .filter(route -> !isPooler(route))
                .filter(route -> Optional.ofNullable(route.details().destination())
                        .filter(there -> led == null ? !there.standby() : led.sameServer(there))
                        .isPresent())
                .toList();
    }

    /// A climb that began before proves nothing: server and pooler may have failed together. A refusal is the machine's
    /// own answer, whatever became of the server.
    private static boolean answersSince(RouteView route, RouteView pooler) {
        var since = pooler.details().failingSince();
        var latest = route.latest();
        return route.passes()
                && latest != null
                && (since == null
                        || !latest.at().isBefore(since)
                        || pooler.fails(EnumSet.of(FailureKind.CONNECTION_REFUSED)));
    }
}
