package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerView.Standby;
import java.util.ArrayList;
import java.util.List;

/// Evidence that a node runs although new connections to its published address fail.
final class SignsOfLife {
    /// A standby tells its position at least every 10 s (wal_receiver_status_interval, PostgreSQL 18) and at once while
    /// WAL flows; older words prove nothing.
    private static final double FRESH_SECONDS = 12;

    private SignsOfLife() {}

    /// What the primary says of the node, and what happened on its former address; empty when there is no such sign.
    static List<String> of(RouteView route, Scene scene) {
        var signs = new ArrayList<String>();
        var former = route.former();
        if (former != null && former.answers()) {
            signs.add("at its former address " + former.address() + " it still answers: " + former.evidence());
        }
        for (var server : scene.servers()) {
            if (server.silentSeconds() == 0) {
                server.standbys().stream()
                        .filter(standby -> standby.name().equals(route.target()))
                        .filter(SignsOfLife::streams)
                        .forEach(standby -> signs.add(describe(server.target(), standby)));
            }
        }
        return signs;
    }

    private static boolean streams(Standby standby) {
        return standby.state().equals("streaming") && standby.replySeconds() <= FRESH_SECONDS;
    }

    private static String describe(String primary, Standby standby) {
        return "%s streams WAL to %s (lag %d bytes, last word %.0f s ago)"
                .formatted(primary, standby.name(), standby.lagBytes(), standby.replySeconds());
    }
}
