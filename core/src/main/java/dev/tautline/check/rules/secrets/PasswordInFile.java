package dev.tautline.check.rules.secrets;

import dev.tautline.check.ClientRule;
import dev.tautline.check.GuessablePasswords;
import dev.tautline.check.Reach;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Stage;
import dev.tautline.link.Workload;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Secret;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SpringKeys;

/// A password that is written out in a configuration file.
public final class PasswordInFile implements ClientRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Reach reach() {
        return Reach.PRODUCTION;
    }

    @Override
    public Verdict judge(Client client) {
        if (client.url().map(JdbcUrl::isEmbedded).orElse(false)) {
            return Verdict.notApplicable("an embedded database");
        }
        return client.get(SpringKeys.DATASOURCE_PASSWORD)
                .known()
                .filter(password -> password.origin() instanceof Origin.InFile
                        && !isToldOfWorkload(client, password.origin())
                        && !password.value().isEmpty()
                        && !isNoSecret(client, password.value()))
                .map(password -> Verdict.violation(DeveloperMachine.weighed(client, finding(client, password))))
                .orElse(Verdict.PASS);
    }

    /// What everybody guesses is not given away by a file; `default-credentials` tells of it.
    private static boolean isNoSecret(Client client, Secret password) {
        var user = client.get(SpringKeys.DATASOURCE_USERNAME).knownValue().orElse("");
        return GuessablePasswords.contains(password.reveal(), user);
    }

    private Finding finding(Client client, Setting.Known<Secret> password) {
        var key = client.dataSource() + ".password";
        return finding(
                client,
                "the password stands in the file",
                "Everybody who can read the repository, or any copy of it, can log in to the database; changing the password"
                        + " takes a new release.",
                edit(client, key, password.origin()),
                new Evidence(key, Secret.MASK, password.origin()));
    }

    /// On Kubernetes nothing fills a placeholder in an object: the value has to come from a Secret, and that from
    /// somewhere else.
    private static Edit edit(Client client, String key, Origin written) {
        if (isInSecretObject(written)) {
            return new Edit.Decide(
                    written,
                    "keep the Secret out of the repository: sealed (SealedSecret), or made from a vault (ExternalSecret)");
        }
        return isInPod(client, written)
                ? new Edit.Decide(written, "take the value from a Secret: valueFrom.secretKeyRef in place of value")
                : new Edit.Replace(written, key, "${DB_PASSWORD}");
    }

    /// Readers name values of Secret objects so.
    private static boolean isInSecretObject(Origin written) {
        return written.place()
                .filter(place -> place.key().startsWith("secret "))
                .isPresent();
    }

    private static boolean isInPod(Client client, Origin written) {
        return client.workload()
                .filter(workload -> workload.isInCluster() && isGiven(workload, written))
                .isPresent();
    }

    /// What production is started with is `password-in-deployment-file`'s.
    private static boolean isToldOfWorkload(Client client, Origin written) {
        return !isInSecretObject(written)
                && client.workload()
                        .filter(workload -> workload.stage() == Stage.PRODUCTION && isGiven(workload, written))
                        .isPresent();
    }

    private static boolean isGiven(Workload workload, Origin written) {
        return workload.containers().stream()
                .flatMap(container -> container.environment().stream())
                .anyMatch(variable -> variable.value().origin().equals(written));
    }
}
