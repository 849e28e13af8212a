package dev.tautline.alert;

import dev.tautline.alert.Moments.Moment;
import dev.tautline.alert.quiet.Labels;
import dev.tautline.incident.Incident;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes a notice of what happened to an incident, for one receiver.
record Composer(AlertPolicy policy, URI dashboard) {
    /// @param moment what the receiver is told
    /// @param covers all that is told with it
    /// @param theirs whether the incident belongs to the receiver at present
    /// @param told null when the receiver hears of it for the first time
    Notice notice(
            Incident incident,
            Receiver receiver,
            Moment moment,
            List<String> covers,
            boolean theirs,
            @Nullable Told told,
            Instant at) {
        var transition = told == null && fresh(moment.transition()) ? Transition.OPENED : moment.transition();
        var link = (policy.link() == null ? dashboard.toString() : policy.link()) + "#/incidents/" + incident.id();
        var runbook = Message.runbook(incident, policy.runbook());
        var facts = Message.facts(incident, first(incident, moment, theirs), link, runbook);
        var labels = single(labels(incident));
        var cause = incident.cause();
        return new Notice(
                key(incident, moment, receiver),
                incident.id(),
                transition,
                covers,
                at,
                incident.onset(),
                incident.resolvedAt(),
                Message.subject(incident, transition),
                Message.text(facts),
                facts,
                cause == null ? null : cause.cause().id(),
                incident.owner(),
                incident.handling().severity(),
                incident.state(),
                labels,
                told == null || told.labels().equals(labels) ? null : told.labels(),
                link,
                runbook);
    }

    static String key(Incident incident, Moment moment, Receiver receiver) {
        return incident.id() + "/" + moment.name() + "/" + receiver.name();
    }

    Labels labels(Incident incident) {
        return Labels.of(incident, policy.labels(), policy.subjectLabels());
    }

    private static boolean fresh(Transition transition) {
        return switch (transition) {
            case NAMED, REVISED, WORSENED, REOPENED, REPEATED -> true;
            default -> false;
        };
    }

    private String first(Incident incident, Moment moment, boolean theirs) {
        return switch (moment.transition()) {
            case ESCALATED ->
                "Nobody has taken this for " + time(policy.escalateAfter()) + ". "
                        + (moment.next() == null
                                ? "The diagnosis names no further team: everybody is told."
                                : "The diagnosis names the team " + Message.team(moment.next()) + " next.");
            case REPEATED -> "This is open still, and nobody has taken it.";
            default -> theirs || !incident.open() ? "" : "This is not yours any more.";
        };
    }

    private static String time(Duration time) {
        return time.toSeconds() < 120 ? time.toSeconds() + " s" : time.toMinutes() + " min";
    }

    /// Receivers know one value for each label.
    private static Map<String, String> single(Labels labels) {
        var single = new TreeMap<String, String>();
        labels.values().forEach((name, values) -> single.put(name, String.join(",", values)));
        return single;
    }
}
