package dev.tautline.check.rules.secrets;

import dev.tautline.check.GuessablePasswords;
import dev.tautline.check.ServerRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Server;
import dev.tautline.link.Stage;
import dev.tautline.settings.Origin;
import dev.tautline.settings.PatroniKeys;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Secret;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A password that is written out in a server's files: with which Patroni logs in, or a standby at its primary.
public final class ServerPasswordInFile implements ServerRule {
    private static final Pattern IN_CONNINFO =
            Pattern.compile("(?i)\\bpassword\\s*=\\s*(?:'(?<quoted>[^']+)'|(?<plain>[^\\s'$]\\S*))");

    private record Found(String name, String password, Origin origin) {}

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Verdict judge(Server server) {
        return Verdict.of(Stream.of(ofPatroni(server), ofStandby(server))
                .flatMap(Optional::stream)
                .filter(found ->
                        found.origin() instanceof Origin.InFile && !GuessablePasswords.contains(found.password(), ""))
                .map(found -> finding(server, found))
                .toList());
    }

    private static Optional<Found> ofPatroni(Server server) {
        return server.get(PatroniKeys.AUTHENTICATION_PASSWORD)
                .chosen()
                .map(password ->
                        new Found("postgresql.authentication", password.value().reveal(), password.origin()));
    }

    private static Optional<Found> ofStandby(Server server) {
        return server.get(PostgresKeys.PRIMARY_CONNINFO).chosen().flatMap(conninfo -> {
            var password = IN_CONNINFO.matcher(conninfo.value());
            return password.find()
                    ? Optional.of(new Found(
                            conninfo.key().name(),
                            Optional.ofNullable(password.group("quoted")).orElseGet(() -> password.group("plain")),
                            conninfo.origin()))
                    : Optional.empty();
        });
    }

    /// Where nothing says production it may be a cluster to try things on.
    private Finding finding(Server server, Found found) {
        var weighed = finding(
                server,
                "a password of the database stands in the server's file",
                "Everybody who can read the repository, or any copy of it, can log in, mostly as a user who may read all"
                        + " there is; changing the password takes a commit.",
                new Edit.Decide(
                        found.origin(),
                        found.name().equals(PostgresKeys.PRIMARY_CONNINFO.name())
                                ? "name a passfile in place of the password"
                                : "give it as a variable (PATRONI_SUPERUSER_PASSWORD, PATRONI_REPLICATION_PASSWORD), from a"
                                        + " vault"),
                new Evidence(found.name(), Secret.MASK, found.origin()));
        return server.stage() == Stage.PRODUCTION ? weighed : weighed.withSeverity(Severity.MEDIUM);
    }
}
