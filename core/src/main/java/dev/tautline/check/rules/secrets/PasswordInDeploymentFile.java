package dev.tautline.check.rules.secrets;

import dev.tautline.check.WorkloadRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Stage;
import dev.tautline.link.Variable;
import dev.tautline.link.Workload;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Secret;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A password that is written out in a file that production is started from.
public final class PasswordInDeploymentFile implements WorkloadRule {
    private static final Pattern PASSWORD = Pattern.compile("(.*_)?(PASSWORD|PASSWD|PGPASSWORD|PASS)");
    private static final Set<String> DATABASE_WORDS = Set.of(
            "DB", "DATABASE", "DATASOURCE", "POSTGRES", "POSTGRESQL", "PG", "PGPASSWORD", "MYSQL", "MARIADB", "JDBC");

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
        if (workload.stage() != Stage.PRODUCTION) {
            return Verdict.notApplicable("nothing says production");
        }
        return Verdict.of(workload.containers().stream()
                .flatMap(container -> container.environment().stream())
                .filter(PasswordInDeploymentFile::isWrittenOut)
                .map(variable -> finding(workload, variable))
                .toList());
    }

    /// A value that comes from a Secret object is where it belongs, however that object came to be.
    private static boolean isWrittenOut(Variable variable) {
        var name = variable.name().toUpperCase(Locale.ROOT);
        return PASSWORD.matcher(name).matches()
                && Arrays.stream(name.split("_", -1)).anyMatch(DATABASE_WORDS::contains)
                && variable.reference().isEmpty()
                && variable.value().isResolved()
                && !variable.value().text().isBlank()
                && !variable.value().text().contains("${")
                && variable.value().origin() instanceof Origin.InFile;
    }

    private Finding finding(Workload workload, Variable variable) {
        return finding(
                workload,
                variable.name() + " is written out in the file",
                "Everybody who can read the repository, or any copy of it, can log in to the production database; changing"
                        + " the password takes a commit.",
                edit(workload, variable),
                new Evidence(variable.name(), Secret.MASK, variable.value().origin()));
    }

    /// Compose fills placeholders; Kubernetes hands them on as they are.
    private static Edit edit(Workload workload, Variable variable) {
        var written = variable.value().origin();
        return workload.kind() == Workload.Kind.COMPOSE_SERVICE
                ? new Edit.Replace(written, variable.name(), "${" + variable.name() + ":?}")
                : new Edit.Decide(written, "take the value from a Secret: valueFrom.secretKeyRef in place of value");
    }
}
