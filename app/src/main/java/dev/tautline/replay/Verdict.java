package dev.tautline.replay;

import dev.tautline.published.GuardIncident;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Holds what the guard said against what was done.
final class Verdict {
    private Verdict() {}

    /// What is missing or wrong, one line each; empty when there was an outage and the guard was right in all.
    ///
    /// @param shareHit of the shoppers, by their own count, 0 to 1
    static List<String> shortfalls(Expected expected, GuardIncident incident, double shareHit) {
        var shortfalls = new ArrayList<String>();
        var cause = incident.cause();
        if (cause == null) {
            shortfalls.add("no cause was named; expected " + expected.causeId() + " on " + expected.subject());
        } else if (!cause.id().equals(expected.causeId()) || !cause.subject().equals(expected.subject())) {
            shortfalls.add("named " + cause.id() + " on " + cause.subject() + "; expected " + expected.causeId()
                    + " on " + expected.subject());
        }
        var ruledOut =
                incident.ruledOut().stream().map(GuardIncident.RuledOut::id).collect(Collectors.toSet());
        expected.ruledOut().stream()
                .sorted()
                .filter(id -> !ruledOut.contains(id))
                .forEach(id -> shortfalls.add("did not rule out " + id));
        if (shareHit == 0) {
            shortfalls.add("no shopper was hit: this was no outage");
        }
        if (incident.open()) {
            shortfalls.add("the incident is still open although the cause is mended");
        }
        return List.copyOf(shortfalls);
    }
}
