package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerView;
import java.util.List;
import java.util.Optional;

/// Logins that go on all the time while hardly a session is begun: somebody is refused and tries again at once. The
/// server computes a SCRAM proof for each, wrong or right.
final class FailingLogins {
    private static final double MORE = 5;

    /// A login takes some 10 to 50 ms: that many at each look are ten and more a second.
    private static final double SEVERAL = 0.5;

    private FailingLogins() {}

    /// The server on which it is so; empty where none is, or none tells.
    static Optional<ServerView> on(Scene scene) {
        return scene.servers().stream().filter(FailingLogins::on).findFirst();
    }

    private static boolean on(ServerView server) {
        var counters = server.counters();
        if (counters == null || server.silentSeconds() > ConnectionStorm.LAST_SEEN_SECONDS) {
            return false;
        }
        var loggingIn = counters.loggingIn();
        var begun = counters.sessionsBegun();
        return loggingIn != null && begun != null && loggingIn.raised(MORE, SEVERAL) && !ConnectionStorm.storms(begun);
    }

    /// The numbers of a server on which it is so.
    static List<Reading> told(ServerView server) {
        var counters = server.counters();
        return counters == null || counters.loggingIn() == null || counters.sessionsBegun() == null
                ? List.of()
                : List.of(counters.loggingIn(), counters.sessionsBegun());
    }
}
