package dev.tautline.check.rules.leftovers;

import dev.tautline.check.GuessablePasswords;
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
import dev.tautline.settings.Secret;
import dev.tautline.settings.Written;
import java.util.Set;

/// A database whose password everybody tries first.
public final class TrivialDatabasePassword implements WorkloadRule {
    private static final Set<String> PASSWORDS = Set.of(
            "POSTGRES_PASSWORD",
            "POSTGRESQL_PASSWORD",
            "POSTGRESQL_POSTGRES_PASSWORD",
            "MYSQL_PASSWORD",
            "MYSQL_ROOT_PASSWORD",
            "MARIADB_PASSWORD",
            "MARIADB_ROOT_PASSWORD");

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
                        .filter(variable -> PASSWORDS.contains(variable.name()) && isTrivial(variable, image))
                        .map(variable -> finding(workload, variable))
                        .toList()))
                .orElse(Verdict.notApplicable("no database"));
    }

    /// No password at all is another defect.
    private static boolean isTrivial(Variable variable, DatabaseImage image) {
        var user = image.user().map(Written::text).orElse(image.superuser());
        return variable.value().isResolved()
                && !variable.value().text().isBlank()
                && GuessablePasswords.contains(variable.value().text(), user);
    }

    private Finding finding(Workload workload, Variable variable) {
        var found = finding(
                workload,
                variable.name() + " is a password that everybody tries first",
                "Whoever reaches the port is in at the first guess: the data can be read, changed and held to ransom.",
                new Edit.Replace(variable.value().origin(), variable.name(), "${" + variable.name() + ":?}"),
                new Evidence(variable.name(), Secret.MASK, variable.value().origin()));
        return found.withSeverity(weight(workload.stage()));
    }

    /// Examples are full of such passwords; only where a name says production is one surely in use.
    private static Severity weight(Stage stage) {
        return switch (stage) {
            case PRODUCTION -> Severity.HIGH;
            case UNKNOWN -> Severity.MEDIUM;
            case LOCAL, DEVELOPMENT -> Severity.LOW;
        };
    }
}
