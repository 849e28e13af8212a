package dev.tautline.dashboard;

import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.incident.Handling;
import dev.tautline.incident.Impact;
import dev.tautline.incident.Incident;
import dev.tautline.incident.Shortfall;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One incident in full: cause, evidence, what was ruled out and why, whom it hit, and its timeline.
record IncidentState(
        String id,
        boolean open,
        Instant onset,
        Instant detectedAt,
        @Nullable Instant namedAt,
        @Nullable Instant resolvedAt,
        @Nullable CauseState cause,
        List<RuledOut> ruledOut,
        List<Undecided> undecided,
        List<String> symptoms,
        Hit impact,
        List<Line> timeline,
        String state,
        String severity,
        @Nullable String acknowledgedBy,
        List<CauseState> alsoFits,
        @Nullable Double burnRate) {
    /// @param certain false when the numbers fit and nothing says how it came about
    record CauseState(
            String id,
            String title,
            String owner,
            String subject,
            boolean certain,
            String statement,
            List<String> evidence,
            String fix,
            @Nullable ChangeMark change) {
        static CauseState of(Supported because) {
            return new CauseState(
                    because.cause().id(),
                    because.cause().title(),
                    because.cause().owner().name().toLowerCase(Locale.ROOT),
                    because.subject(),
                    switch (because.strength()) {
                        case CERTAIN -> true;
                        case LIKELY -> false;
                    },
                    because.statement(),
                    because.evidence(),
                    because.fix(),
                    because.change() == null ? null : ChangeMark.of(because.change()));
        }
    }

    record RuledOut(String id, String title, List<String> evidence) {}

    record Undecided(String id, String title, String why) {}

    /// Shares are 0 to 1.
    record Hit(
            long requests,
            long failed,
            long slow,
            int visitorsSeen,
            int visitorsAffected,
            double shareOfRequests,
            double shareOfVisitors,
            List<Shortfall> shortfalls) {
        static Hit of(Impact impact) {
            return new Hit(
                    impact.requests(),
                    impact.failed(),
                    impact.slow(),
                    impact.visitorsSeen(),
                    impact.visitorsAffected(),
                    impact.shareOfRequests(),
                    impact.shareOfVisitors(),
                    impact.shortfalls());
        }
    }

    record Line(Instant at, String kind, String text) {}

    static IncidentState of(Incident incident) {
        var cause = incident.cause();
        return new IncidentState(
                incident.id(),
                incident.open(),
                Millis.of(incident.onset()),
                Millis.of(incident.detectedAt()),
                Millis.ofNullable(incident.namedAt()),
                Millis.ofNullable(incident.resolvedAt()),
                cause == null ? null : CauseState.of(cause),
                incident.ruledOut().stream()
                        .map(out -> new RuledOut(out.cause().id(), out.cause().title(), out.evidence()))
                        .toList(),
                incident.undecided().stream()
                        .map(open ->
                                new Undecided(open.cause().id(), open.cause().title(), open.why()))
                        .toList(),
                incident.symptoms().stream().map(symptom -> symptom.statement()).toList(),
                Hit.of(incident.impact()),
                incident.timeline().stream()
                        .map(line -> new Line(
                                Millis.of(line.at()), line.kind().name().toLowerCase(Locale.ROOT), line.text()))
                        .toList(),
                Words.of(incident.state()),
                Words.of(incident.handling().severity()),
                by(incident.handling()),
                incident.handling().alsoFits().stream().map(CauseState::of).toList(),
                incident.handling().burnRate());
    }

    private static @Nullable String by(Handling handling) {
        var acknowledged = handling.acknowledged();
        return acknowledged == null ? null : acknowledged.by();
    }
}
