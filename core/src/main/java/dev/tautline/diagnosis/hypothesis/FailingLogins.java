package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerRefusals.Kind;
import dev.tautline.diagnosis.ServerView;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Logins that go on all the time while hardly a session is begun: somebody is refused and tries again at once. The
/// server computes a SCRAM proof for each, wrong or right. Where the server's log may be read, it names whom.
final class FailingLogins {
    private static final double MORE = 5;

    /// A login takes some 10 to 50 ms: that many at each look are ten and more a second.
    private static final double SEVERAL = 0.5;

    /// Refused logins that the log must tell of: a person, or a pool that waits between its tries, makes fewer.
    private static final double SEVERAL_PER_SECOND = 10;

    /// What lies in the client, and not in that others hold what it would need.
    private static final Set<Kind> ITS_OWN =
            EnumSet.complementOf(EnumSet.of(Kind.SLOTS, Kind.ROLE_LIMIT, Kind.DATABASE_LIMIT));

    private FailingLogins() {}

    /// The server on which it is so; empty where none is, or none tells.
    static Optional<ServerView> on(Scene scene) {
        return scene.servers().stream().filter(FailingLogins::on).findFirst();
    }

    private static boolean on(ServerView server) {
        return server.silentSeconds() <= ConnectionStorm.LAST_SEEN_SECONDS && (hardlyGetIn(server) || logged(server));
    }

    private static boolean hardlyGetIn(ServerView server) {
        var counters = server.counters();
        if (counters == null) {
            return false;
        }
        var loggingIn = counters.loggingIn();
        var begun = counters.sessionsBegun();
        return loggingIn != null && begun != null && loggingIn.raised(MORE, SEVERAL) && !ConnectionStorm.storms(begun);
    }

    private static boolean logged(ServerView server) {
        return refused(server)
                .filter(all -> all.raised(MORE, SEVERAL_PER_SECOND))
                .isPresent();
    }

    private static Optional<Reading> refused(ServerView server) {
        return Optional.ofNullable(server.refusals())
                .map(refusals -> refusals.rate("log-ins refused on " + server.target(), ITS_OWN));
    }

    /// The numbers of a server on which it is so, and who is refused there.
    static List<String> told(ServerView server) {
        var counters = server.counters();
        var numbers = Stream.of(
                        counters == null ? null : counters.loggingIn(),
                        counters == null ? null : counters.sessionsBegun(),
                        refused(server).orElse(null))
                .filter(Objects::nonNull)
                .map(Reading::toString);
        return Stream.concat(numbers, LoggedRefusals.who(server).stream()).toList();
    }
}
