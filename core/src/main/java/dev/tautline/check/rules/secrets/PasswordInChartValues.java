package dev.tautline.check.rules.secrets;

import dev.tautline.check.GuessablePasswords;
import dev.tautline.check.LinkRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Link;
import dev.tautline.link.Stage;
import dev.tautline.link.WrittenPassword;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Secret;
import java.util.Set;
import java.util.stream.Collectors;

/// A password of a database that is written out among the values of a Helm chart.
public final class PasswordInChartValues implements LinkRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    /// What production's pods are given is `password-in-deployment-file`'s; what everybody guesses is no secret.
    @Override
    public Verdict judge(Link link) {
        var told = toldOfWorkloads(link);
        return Verdict.of(link.platform().passwords().stream()
                .filter(password -> password.stage() != Stage.DEVELOPMENT
                        && !told.contains(password.value().origin())
                        && !GuessablePasswords.contains(password.value().text(), ""))
                .map(this::finding)
                .toList());
    }

    private static Set<Origin> toldOfWorkloads(Link link) {
        return link.platform().workloads().stream()
                .filter(workload -> workload.stage() == Stage.PRODUCTION)
                .flatMap(workload -> workload.containers().stream())
                .flatMap(container -> container.environment().stream())
                .map(variable -> variable.value().origin())
                .collect(Collectors.toSet());
    }

    private Finding finding(WrittenPassword password) {
        var value = password.value();
        var found = finding(
                "values of a chart",
                value.key() + " is written out in the chart's values",
                "Everybody who can read the repository, or any copy of it, can log in to the database; Helm keeps the values"
                        + " in the cluster, too, with each release.",
                new Edit.Decide(
                        value.origin(),
                        "name a Secret that is made from a vault (existingSecret, secretKeyRef), or encrypt the file"
                                + " (helm-secrets)"),
                new Evidence(value.key(), Secret.MASK, value.origin()));
        return password.stage() == Stage.PRODUCTION ? found : found.withSeverity(Severity.MEDIUM);
    }
}
