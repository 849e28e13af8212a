package dev.tautline.check.rules.secrets;

import dev.tautline.check.LinkRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Link;
import dev.tautline.link.Stage;
import dev.tautline.link.Variable;
import dev.tautline.link.Workload;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Secret;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A password that is written out in a file that production is started from.
public final class PasswordInDeploymentFile implements LinkRule {
    private static final Pattern PASSWORD = Pattern.compile("(.*_)?(PASSWORD|PASSWD|PGPASSWORD|PASS)");
    /// A place in `.env`, `.env.production`, `db.env`.
    private static final Pattern ENV_FILE = Pattern.compile("\\.env(\\.[^/\\\\:]*)?:\\d+:\\d+$");

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
    public Verdict judge(Link link) {
        var byPlace = link.platform().workloads().stream()
                .filter(workload -> workload.stage() == Stage.PRODUCTION)
                .flatMap(PasswordInDeploymentFile::writtenOut)
                .collect(Collectors.groupingBy(
                        given -> given.variable().value().origin(), LinkedHashMap::new, Collectors.toList()));
        return Verdict.of(byPlace.values().stream().map(this::finding).toList());
    }

    private static Stream<Given> writtenOut(Workload workload) {
        return workload.containers().stream()
                .flatMap(container -> container.environment().stream())
                .filter(PasswordInDeploymentFile::isWrittenOut)
                .map(variable -> new Given(workload, variable));
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

    /// One place is one finding, however many workloads are started from it.
    private Finding finding(List<Given> same) {
        var first = same.getFirst();
        var written = first.variable().value().origin();
        var name = written.place()
                .map(Origin.InFile::key)
                .filter(key -> !key.isBlank())
                .orElse(first.name());
        return finding(
                first.workload().label() + (same.size() == 1 ? "" : " and " + (same.size() - 1) + " more"),
                (isInEnvFile(written) ? name : first.name()) + " is written out in the file",
                "Everybody who can read the repository, or any copy of it, can log in to the production database; changing"
                        + " the password takes a commit.",
                edit(first, written),
                new Evidence(first.name(), Secret.MASK, written));
    }

    /// Compose fills placeholders; Kubernetes hands them on as they are. A file of variables is what placeholders
    /// are filled from, so that it can only stay out of the repository.
    private static Edit edit(Given given, Origin written) {
        if (isInEnvFile(written)) {
            return new Edit.Decide(
                    written,
                    "keep this file out of the repository, and have a vault give the value where it is deployed");
        }
        return switch (given.workload().kind()) {
            case COMPOSE_SERVICE -> new Edit.Replace(written, given.name(), "${" + given.name() + ":?}");
            case ECS_TASK ->
                new Edit.Decide(written, "take the value from Secrets Manager: secrets in place of environment");
            case SYSTEMD_SERVICE ->
                new Edit.Decide(written, "take the value from a file that only root may read: LoadCredential=");
            case DEPLOYMENT, STATEFUL_SET, DAEMON_SET, JOB, CRON_JOB, POD ->
                new Edit.Decide(written, "take the value from a Secret: valueFrom.secretKeyRef in place of value");
        };
    }

    private static boolean isInEnvFile(Origin written) {
        return ENV_FILE.matcher(written.toString()).find();
    }

    /// What one workload is given.
    private record Given(Workload workload, Variable variable) {
        String name() {
            return variable.name();
        }
    }
}
