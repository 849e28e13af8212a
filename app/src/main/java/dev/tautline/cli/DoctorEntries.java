package dev.tautline.cli;

import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.link.Stage;
import dev.tautline.probe.Failure;
import dev.tautline.targets.Explored;
import dev.tautline.targets.FoundTarget;
import dev.tautline.targets.HostResult;
import dev.tautline.targets.TargetResult;
import dev.tautline.targets.Unmet;
import java.util.List;
import java.util.stream.Stream;

/// Makes entries of what probes and rules have found.
final class DoctorEntries {
    private DoctorEntries() {}

    static List<DoctorEntry> of(FoundTarget found, TargetResult result) {
        var severity = severity(found.stage());
        var hosts = result.hosts().stream().flatMap(host -> of(found, host, severity));
        var role = result.unmetRole().stream()
                .map(words -> new DoctorEntry(
                        severity,
                        true,
                        found.target().name() + ": no host has the role that its URL asks for",
                        found.at().toString(),
                        "",
                        words,
                        Owner.DATABASE,
                        "promote a standby, or correct targetServerType",
                        "taut probe --expect " + found.target().oneMustBe() + " URL"));
        return Stream.concat(hosts, role).toList();
    }

    private static Stream<DoctorEntry> of(FoundTarget found, HostResult host, Severity severity) {
        var failed = host.ladder().failure().stream()
                .map(step -> outage(found, host, severity, Lowercase.of(step.step()), step.failure()));
        return Stream.concat(failed, host.unmet().stream().map(unmet -> of(found, host, unmet)));
    }

    private static DoctorEntry outage(
            FoundTarget found, HostResult host, Severity severity, String step, Failure failure) {
        return new DoctorEntry(
                severity,
                true,
                found.target().name() + ": " + step + " fails with "
                        + failure.kind().id(),
                host.ladder().target().endpoint() + ", " + found.at(),
                failure.words() + (failure.code().isEmpty() ? "" : " (" + failure.code() + ")"),
                failure.cause() + conclusion(host.explored()),
                failure.owner(),
                failure.fix(),
                failure.next());
    }

    private static String conclusion(Explored explored) {
        return explored.conclusion()
                .map(words -> " Looked around: " + words + ".")
                .orElse("");
    }

    /// Somebody wrote down what must hold, so that it matters before it hurts.
    private static DoctorEntry of(FoundTarget found, HostResult host, Unmet unmet) {
        return new DoctorEntry(
                Severity.HIGH,
                false,
                found.target().name() + ": " + unmet,
                host.ladder().target().endpoint() + ", " + found.at(),
                "",
                "What taut.yaml expects of this server does not hold.",
                Owner.DATABASE,
                "make it so, or correct the expectation",
                "taut probe --all");
    }

    static DoctorEntry of(Finding finding) {
        return new DoctorEntry(
                finding.severity(),
                false,
                finding.headline(),
                finding.at() + ", " + finding.subject(),
                "",
                finding.consequence(),
                finding.owner(),
                finding.edit().toString(),
                "taut explain " + finding.rule());
    }

    /// Nobody is paged because a developer's database is stopped.
    private static Severity severity(Stage stage) {
        return switch (stage) {
            case PRODUCTION, UNKNOWN -> Severity.CRITICAL;
            case LOCAL -> Severity.MEDIUM;
            case DEVELOPMENT -> Severity.LOW;
        };
    }
}
