package dev.tautline.check.rules.secrets;

import dev.tautline.check.GuessablePasswords;
import dev.tautline.check.HopRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Hop;
import dev.tautline.link.Stage;
import dev.tautline.settings.Origin;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.ProxySqlKeys;
import dev.tautline.settings.Secret;
import dev.tautline.settings.Setting;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// A password that is written out in a pooler's files.
public final class PoolerPasswordInFile implements HopRule {
    /// The name and the password that ProxySQL's monitor has unless somebody gives it others.
    private static final String MONITOR = "monitor";

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Verdict judge(Hop hop) {
        var ofDatabases = hop.targets().stream()
                .flatMap(target -> secret(
                        target.get(PgBouncerKeys.DATABASES_PASSWORD),
                        target.get(PgBouncerKeys.DATABASES_USER).knownValue().orElse(""))
                        .map(password -> finding(hop, password, "password of " + target.name()))
                        .stream())
                .limit(1);
        var ofUsers = secret(hop.get(PgBouncerKeys.AUTH_FILE_PASSWORD), "")
                .map(password -> finding(hop, password, "auth_file"))
                .stream();
        return Verdict.of(Stream.of(ofDatabases, ofUsers, ofProxySql(hop))
                .flatMap(Function.identity())
                .toList());
    }

    private Stream<Finding> ofProxySql(Hop hop) {
        return Stream.of(ProxySqlKeys.MYSQL_USERS_PASSWORD, ProxySqlKeys.MONITOR_PASSWORD)
                .flatMap(key ->
                        secret(hop.get(key), MONITOR).map(password -> finding(hop, password, key.name())).stream());
    }

    /// What everybody guesses is not given away by a file.
    private static Optional<Setting.Known<Secret>> secret(Setting<Secret> setting, String user) {
        return setting.chosen()
                .filter(password -> password.origin() instanceof Origin.InFile
                        && !password.value().isEmpty()
                        && !GuessablePasswords.contains(password.value().reveal(), user));
    }

    /// Where nothing says production it may be a developer's pooler.
    private Finding finding(Hop hop, Setting.Known<Secret> password, String name) {
        var found = finding(
                hop,
                "a password of the database stands in the pooler's file",
                "Everybody who can read the repository, or any copy of it, can log in to the database; changing the"
                        + " password takes a commit.",
                new Edit.Decide(
                        password.origin(),
                        hop.product() == Product.PROXYSQL
                                ? "put the file together where it is deployed, with passwords from a vault"
                                : "use auth_user with auth_query, or keep the file with the password out of the repository"),
                new Evidence(name, Secret.MASK, password.origin()));
        return hop.stage() == Stage.PRODUCTION ? found : found.withSeverity(Severity.MEDIUM);
    }
}
