package dev.tautline.dashboard;

import dev.tautline.diagnosis.ServerStatements.Top;
import dev.tautline.diagnosis.ServerView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One statement that takes more time than it usually does, its literals masked.
///
/// @param id the server's own, as text: it is larger than what a browser can count
/// @param share of the time beyond the usual, 0 to 1
record SlowStatement(
        String id,
        String text,
        double callsPerSecond,
        double meanMillis,
        @Nullable Double usualMillis,
        double share,
        int inFlight) {
    static List<SlowStatement> of(ServerView view) {
        var statements = view.statements();
        var top = statements == null ? null : statements.top();
        return top == null ? List.of() : List.of(of(top));
    }

    private static SlowStatement of(Top top) {
        return new SlowStatement(
                Long.toString(top.queryId()),
                top.text(),
                top.callsPerSecond(),
                top.mean().now(),
                top.mean().usual(),
                top.shareOfExcess(),
                top.inFlight());
    }
}
