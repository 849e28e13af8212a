package dev.tautline.check.rules.leftovers;

import dev.tautline.check.WorkloadRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.DatabaseImage;
import dev.tautline.link.Stage;
import dev.tautline.link.Variable;
import dev.tautline.link.Workload;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A database that lets everybody in without a password.
public final class DatabaseWithoutPassword implements WorkloadRule {
    private static final String METHOD = "POSTGRES_HOST_AUTH_METHOD";
    /// docker-library/mysql and docker-library/mariadb, `docker-entrypoint.sh`; bitnami's `…-env.sh`.
    private static final Set<String> EMPTY = Set.of(
            "MYSQL_ALLOW_EMPTY_PASSWORD",
            "MARIADB_ALLOW_EMPTY_ROOT_PASSWORD",
            "MARIADB_ALLOW_EMPTY_PASSWORD",
            "ALLOW_EMPTY_PASSWORD");
    private static final List<String> NO = List.of("", "no", "false", "0");

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Verdict judge(Workload workload) {
        return DatabaseImage.of(workload)
                .map(image -> Verdict.of(image.container().environment().stream()
                        .filter(variable -> variable.value().isResolved() && opens(variable))
                        .map(variable -> weighed(workload, image, finding(workload, variable)))
                        .toList()))
                .orElse(Verdict.notApplicable("no database"));
    }

    private static boolean opens(Variable variable) {
        var value = variable.value().text().strip().toLowerCase(Locale.ROOT);
        return variable.name().equals(METHOD)
                ? value.equals("trust")
                : EMPTY.contains(variable.name()) && !NO.contains(value);
    }

    /// On a developer's machine, a port that is not published is reached by nobody else.
    private static Finding weighed(Workload workload, DatabaseImage image, Finding finding) {
        var isClosed = image.container().ports().stream()
                .noneMatch(port -> port.published().isPresent());
        return workload.stage() == Stage.LOCAL && isClosed ? finding.withSeverity(Severity.LOW) : finding;
    }

    private Finding finding(Workload workload, Variable variable) {
        return finding(
                workload,
                variable.name() + "=" + variable.value().text() + " lets everybody in",
                "Whoever reaches the port is superuser without a password, and a wrong password in the application is"
                        + " found only where passwords count: in production.",
                new Edit.Remove(variable.value().origin(), variable.name()),
                new Evidence(
                        variable.name(),
                        variable.value().text(),
                        variable.value().origin()));
    }
}
