package dev.tautline.incident;

import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Diagnosis.Open;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.finding.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Something to do so that the same outage does not come again, the reason for it, and whose it is. Derived from the
/// cause and its evidence only.
record PostmortemMeasure(Owner owner, String name, String why, String task) {
    static List<PostmortemMeasure> after(Incident incident) {
        var measures = new ArrayList<PostmortemMeasure>();
        var cause = incident.cause();
        if (cause == null) {
            measures.add(new PostmortemMeasure(
                    Owner.PLATFORM,
                    "Find the cause",
                    "no cause was named: what was observed supports none of those that are known.",
                    "Find the cause by hand, and teach the guard to see it."));
        } else {
            measures.add(new PostmortemMeasure(
                    cause.cause().owner(),
                    "Mend what broke",
                    PostmortemWords.sentence(cause.statement()),
                    cause.fix()));
            measures.add(againstItsOrigin(cause, cause.change()));
            addForTheKind(cause, measures);
        }
        incident.undecided().forEach(open -> measures.add(forTheUndecided(open)));
        return List.copyOf(measures);
    }

    private static PostmortemMeasure againstItsOrigin(Supported cause, @Nullable Change change) {
        var owner = cause.cause().owner();
        if (change == null) {
            return new PostmortemMeasure(
                    owner,
                    "Find out how it came about",
                    "no change was seen that explains how it came about.",
                    "Find out what led to it on " + cause.subject() + ".");
        }
        var why = PostmortemWords.plain(change.toString()) + ".";
        return new PostmortemMeasure(
                owner,
                "Guard the change that led to it",
                why,
                switch (change.kind()) {
                    case CLIENT_SETTING ->
                        "Have `taut check` judge a change of " + change.what() + " in CI before it is deployed.";
                    case SERVER_SETTING ->
                        "Keep " + change.what() + " under version control and review a change of it.";
                    case HOST_RULE ->
                        "Review each change of pg_hba.conf, and look at pg_hba_file_rules before a reload.";
                    case LIMIT -> "Compare limits of roles and databases with the sum of all pools before each change.";
                    case SCHEMA -> "Let a migration's review ask which statements use what it drops.";
                    case STATISTICS ->
                        "Tell whoever resets statistics of " + change.subject() + " that others read them.";
                    case ADDRESS ->
                        "Run `taut probe` on the new address of " + change.subject() + " before it is published.";
                    case INSTANCE_START -> "Test the connection of an instance before it takes requests.";
                    case SERVER_START -> "Run `taut probe` on " + change.subject() + " after each start of it.";
                    case TOPOLOGY -> "Run `taut probe` on all nodes after each change of the cluster.";
                });
    }

    /// Ids: the hypotheses' own. A cause that is a failure's kind has its fix, and needs no more.
    private static void addForTheKind(Supported cause, List<PostmortemMeasure> measures) {
        var owner = cause.cause().owner();
        switch (cause.cause().id()) {
            case "pool-too-small", "traffic-spike" ->
                measures.add(new PostmortemMeasure(
                        owner,
                        "Keep head-room",
                        "a pool is large enough when rate × hold time fits into it with room to spare.",
                        "Compare the size of every pool with rate × hold time at peak."));
            case "wrong-published-address", "server-down" ->
                measures.add(new PostmortemMeasure(
                        owner,
                        "Survive one node",
                        "a node that does not answer need not stop a client that knows another.",
                        "List every node in the connection URLs, so that one that does not answer is passed over."));
            case "connection-leak", "connections-held-too-long" ->
                measures.add(new PostmortemMeasure(
                        owner,
                        "See who keeps connections",
                        "a connection that is kept is missing to those that wait for one.",
                        "Set a leak detection threshold on the pool of " + cause.subject() + "."));
            case "lock-contention" ->
                measures.add(new PostmortemMeasure(
                        owner,
                        "Limit waiting",
                        "a lock that is waited for without limit stops everybody behind it.",
                        "Set lock_timeout and idle_in_transaction_session_timeout for the application's role."));
            default -> {}
        }
    }

    private static PostmortemMeasure forTheUndecided(Open open) {
        var title = open.cause().title();
        return new PostmortemMeasure(
                open.cause().owner(),
                "See what could not be judged",
                title + ": " + PostmortemWords.plain(open.why()) + ".",
                "Give the guard what it needs to judge this cause: " + title.toLowerCase(Locale.ROOT) + ".");
    }
}
