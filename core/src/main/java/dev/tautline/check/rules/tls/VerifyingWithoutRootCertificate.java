package dev.tautline.check.rules.tls;

import dev.tautline.check.ClientRule;
import dev.tautline.check.LibpqProgram;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Workload;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.LibpqKeys;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Setting;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The server's certificate is verified against a file in the home of an account, and the container has no such
/// file mounted.
public final class VerifyingWithoutRootCertificate implements ClientRule {
    private static final Set<String> VERIFYING = Set.of("verify-ca", "verify-full");

    /// Where pgjdbc (`LibPQFactory`) looks below the home of the account that runs the service.
    private static final String FOLDER = "/.postgresql";

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Verdict judge(Client client) {
        return client.workload()
                .filter(workload -> workload.kind() != Workload.Kind.SYSTEMD_SERVICE)
                .map(workload -> LibpqProgram.url(client)
                        .map(url -> Rule.chosen(
                                client.get(PgjdbcKeys.SSL_MODE), mode -> judgeLibpq(client, url, workload, mode)))
                        .orElseGet(() -> ClientRule.onPostgres(
                                client,
                                url -> Rule.chosen(
                                        client.get(PgjdbcKeys.SSL_MODE), mode -> judge(client, workload, mode)))))
                .orElse(Verdict.notApplicable("the home of the account that runs the service cannot be seen"));
    }

    private Verdict judge(Client client, Workload workload, Setting.Known<String> mode) {
        var told = Stream.of(PgjdbcKeys.SSL_ROOT_CERT, PgjdbcKeys.SSL_FACTORY)
                .<Setting<?>>map(client::get)
                .toList();
        if (!VERIFYING.contains(mode.value())
                || isMounted(workload)
                || told.stream().anyMatch(this::isWritten)) {
            return Verdict.PASS;
        }
        return isOpen(told)
                ? Verdict.undecided("sslrootcert may be set in the image")
                : Verdict.violation(finding(
                        client,
                        "sslmode=" + mode.value() + ", and no root certificate is named or mounted",
                        "pgjdbc looks for ~/.postgresql/root.crt. Unless the image holds it, no connection can be opened:"
                                + " \"Could not open SSL root certificate file\".",
                        new Edit.Decide(
                                mode.origin(),
                                "mount the authority's certificate and name it: sslrootcert=/path/to/ca.pem"),
                        Evidence.of(mode),
                        new Evidence("runs as", workload.label(), workload.origin())));
    }

    /// Drivers of Go and Node trust what the system trusts; libpq does so only when it is told.
    private Verdict judgeLibpq(Client client, JdbcUrl url, Workload workload, Setting.Known<String> mode) {
        if (!VERIFYING.contains(mode.value())
                || isMounted(workload)
                || url.parameter(LibpqKeys.SSL_ROOT_CERT.name()).isPresent()
                || isGiven(workload)) {
            return Verdict.PASS;
        }
        return !LibpqProgram.isOne(client)
                ? Verdict.undecided("whether the program uses libpq, which trusts no authority by itself")
                : Verdict.violation(finding(
                        client,
                        "sslmode=" + mode.value() + ", and no root certificate is named or mounted",
                        "libpq looks for ~/.postgresql/root.crt. Unless the image holds it, no connection can be opened:"
                                + " \"root certificate file … does not exist\".",
                        new Edit.Decide(
                                mode.origin(),
                                "mount the authority's certificate and name it: sslrootcert=/path/to/ca.pem; or write"
                                        + " sslrootcert=system for a public authority (libpq 16 and newer)"),
                        Evidence.of(mode),
                        new Evidence("runs as", workload.label(), workload.origin())));
    }

    private static boolean isGiven(Workload workload) {
        return workload.containers().stream()
                .flatMap(container -> container.environment().stream())
                .anyMatch(variable -> variable.name().equals("PGSSLROOTCERT"));
    }

    private boolean isWritten(Setting<?> setting) {
        return switch (setting) {
            case Setting.Known<?> known -> known.isChosen();
            case Setting.Unresolved<?> open -> !open.isRest();
            case Setting.Malformed<?> bad -> true;
            case Setting.Unset<?> unset -> false;
        };
    }

    private static boolean isOpen(List<Setting<?>> told) {
        return told.stream().anyMatch(Setting.Unresolved.class::isInstance);
    }

    private static boolean isMounted(Workload workload) {
        return workload.containers().stream()
                .flatMap(container -> container.mounts().stream())
                .anyMatch(mount -> mount.path().contains(FOLDER));
    }
}
