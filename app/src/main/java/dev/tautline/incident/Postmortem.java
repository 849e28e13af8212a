package dev.tautline.incident;

import static dev.tautline.incident.PostmortemWords.bullets;
import static dev.tautline.incident.PostmortemWords.clock;
import static dev.tautline.incident.PostmortemWords.day;
import static dev.tautline.incident.PostmortemWords.lasting;
import static dev.tautline.incident.PostmortemWords.number;
import static dev.tautline.incident.PostmortemWords.percent;
import static dev.tautline.incident.PostmortemWords.plain;
import static dev.tautline.incident.PostmortemWords.sentence;

import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.finding.Owner;
import dev.tautline.incident.TimelineEntry.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Drafts the postmortem of an incident as Markdown, from what was measured and nothing else: the same incident gives
/// the same text. What people did, meant and decided, the guard does not know: [PostmortemGaps] asks them.
public final class Postmortem {
    private final Incident incident;
    private final @Nullable Supported cause;
    private final List<PostmortemMeasure> measures;

    private Postmortem(Incident incident) {
        this.incident = incident;
        this.cause = incident.cause();
        this.measures = PostmortemMeasure.after(incident);
    }

    public static String of(Incident incident) {
        return new Postmortem(incident).render();
    }

    private String render() {
        return """
                # Postmortem: %s

                ## Issue Summary

                %s
                ## Timeline

                %s
                ## Root cause and resolution

                %s
                ## Corrective and preventative measures

                %s
                ### Tasks

                %s
                ## Conclusion

                %s

                %s""".formatted(
                title(), summary(), timeline(), rootCause(), whys(), tasks(), conclusion(), PostmortemGaps.lessons());
    }

    private String title() {
        return cause == null
                ? "Outage without a named cause"
                : plain(cause.cause().title() + " on " + cause.subject());
    }

    private String summary() {
        return when() + " " + impact() + "\n\n" + causeInShort() + "\n\n" + bullets(measured()) + "\n"
                + PostmortemGaps.business();
    }

    private String when() {
        var onset = incident.onset();
        var resolved = incident.resolvedAt();
        return resolved == null
                ? "An outage is open since %s, %s.".formatted(day(onset), clock(onset, onset))
                : "On %s an outage lasted from %s to %s (%s)."
                        .formatted(day(onset), clock(onset, onset), clock(resolved, onset), after(resolved));
    }

    private String impact() {
        var impact = incident.impact();
        var visitors = impact.visitorsSeen() == 0
                ? "No visitor was counted."
                : "%s of %s visitors (%s) were affected in its worst minute."
                        .formatted(
                                number(impact.visitorsAffected()),
                                number(impact.visitorsSeen()),
                                percent(impact.shareOfVisitors()));
        var requests = impact.requests() == 0
                ? "No request was counted."
                : "Of %s requests since its onset %s failed and %s were slow (%s)."
                        .formatted(
                                number(impact.requests()),
                                number(impact.failed()),
                                number(impact.slow()),
                                percent(impact.shareOfRequests()));
        return visitors + " " + requests + missing() + shortfalls();
    }

    private String shortfalls() {
        return incident.impact().shortfalls().stream()
                .filter(shortfall -> shortfall.missing() > 0)
                .map(shortfall -> " A" + plain(shortfall.describe()).substring(1) + ".")
                .collect(Collectors.joining());
    }

    private String missing() {
        var missing = incident.handling().requestsMissing();
        var burns = incident.handling().burnRate();
        return (missing == null || missing <= 0
                        ? ""
                        : " About %s requests fewer than usual were answered.".formatted(number(missing)))
                + (burns == null
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                " The error budget was spent %.1f times as fast as the objective allows.",
                                burns));
    }

    private String causeInShort() {
        return cause == null ? "No cause was named." : "The root cause: " + sentence(cause.statement());
    }

    private List<String> measured() {
        var named = incident.namedAt();
        var resolved = incident.resolvedAt();
        return List.of(
                "Detected: " + after(incident.detectedAt()) + " after the onset",
                "Cause named: " + (named == null ? "not yet" : after(named) + " after the onset"),
                "Resolved: " + (resolved == null ? "not yet" : after(resolved) + " after the onset"));
    }

    private String after(Instant at) {
        return lasting(Duration.between(incident.onset(), at));
    }

    private String timeline() {
        return bullets(incident.timeline().stream().map(this::line).toList()) + "\n" + PostmortemGaps.people();
    }

    private String line(TimelineEntry entry) {
        return clock(entry.at(), incident.onset()) + ": " + sentence(entry.text());
    }

    private String rootCause() {
        var paragraphs = new ArrayList<String>();
        if (cause == null) {
            paragraphs.add("No cause was named. What was seen:\n\n"
                    + bullets(incident.symptoms().stream()
                            .map(symptom -> sentence(symptom.statement()))
                            .toList()));
        } else {
            paragraphs.add(
                    "The root cause: " + sentence(cause.statement()) + " " + certainty(cause) + " The evidence:\n\n"
                            + bullets(cause.evidence().stream()
                                    .map(PostmortemWords::sentence)
                                    .toList()));
        }
        paragraphs.add(PostmortemGaps.origin(cause));
        addJudgedOtherwise(paragraphs);
        paragraphs.add(resolution() + "\n");
        paragraphs.add(PostmortemGaps.remedy(incident, !changesSinceNamed().isEmpty()));
        return String.join("\n", paragraphs);
    }

    private static String certainty(Supported cause) {
        return switch (cause.strength()) {
            case Strength.CERTAIN -> "A change, a comparison or the component itself proves it.";
            case Strength.LIKELY -> "The numbers fit; nothing says how it came about.";
        };
    }

    private void addJudgedOtherwise(List<String> paragraphs) {
        if (!incident.ruledOut().isEmpty()) {
            paragraphs.add("Ruled out by measurement:\n\n"
                    + bullets(incident.ruledOut().stream()
                            .map(out -> out.cause().title() + ": " + plain(String.join("; ", out.evidence())) + ".")
                            .toList()));
        }
        if (!incident.undecided().isEmpty()) {
            paragraphs.add("Not decided:\n\n"
                    + bullets(incident.undecided().stream()
                            .map(open -> open.cause().title() + ": " + plain(open.why()) + ".")
                            .toList()));
        }
    }

    private String resolution() {
        var resolved = incident.resolvedAt();
        if (resolved == null) {
            return "The incident is not resolved yet.";
        }
        var changes = changesSinceNamed();
        var health = "Health is proven since " + clock(resolved, incident.onset())
                + ": every ladder reaches its top, every agent answers, and no pool keeps anybody waiting.";
        return changes.isEmpty()
                ? health
                : "Between the naming of the cause and the recovery these changes were seen:\n\n" + bullets(changes)
                        + "\n" + health;
    }

    private List<String> changesSinceNamed() {
        var named = incident.namedAt();
        return named == null
                ? List.of()
                : incident.timeline().stream()
                        .filter(entry ->
                                entry.kind() == Kind.CHANGE && entry.at().isAfter(named))
                        .map(this::line)
                        .toList();
    }

    private String whys() {
        return bullets(measures.stream()
                .map(measure -> measure.name() + ": " + measure.why())
                .toList());
    }

    private String tasks() {
        return bullets(measures.stream()
                        .map(measure -> "[ ] " + team(measure.owner()) + ": " + sentence(measure.task()))
                        .distinct()
                        .toList())
                + "\n"
                + PostmortemGaps.assignment();
    }

    private static String team(Owner owner) {
        return switch (owner) {
            case APPLICATION -> "Application team";
            case DATABASE -> "Database team";
            case NETWORK -> "Network team";
            case SECURITY -> "Security team";
            case PLATFORM -> "Platform team";
        };
    }

    private String conclusion() {
        var resolved = incident.resolvedAt();
        var lasted = resolved == null ? "The outage is still open." : "The outage lasted " + after(resolved) + ".";
        return lasted + " It was detected " + after(incident.detectedAt()) + " after its onset; " + naming() + " "
                + suspicions();
    }

    private String naming() {
        var named = incident.namedAt();
        return named == null || cause == null
                ? "its cause was not named."
                : "its cause, %s, was named %s after the onset."
                        .formatted(cause.cause().title().toLowerCase(Locale.ROOT), after(named));
    }

    private String suspicions() {
        int count = incident.ruledOut().size();
        if (count == 0) {
            return "No other cause was ruled out.";
        }
        var titles = incident.ruledOut().stream()
                .map(out -> out.cause().title().toLowerCase(Locale.ROOT))
                .toList();
        return count + (count == 1 ? " other cause was" : " other causes were") + " ruled out by measurement: "
                + String.join(", ", titles) + ".";
    }
}
