package dev.tautline.check.rules.tls;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.MySqlTls;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Stage;
import dev.tautline.link.Workload;
import dev.tautline.settings.ConnectorJKeys;
import dev.tautline.settings.DriverKeys;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import java.util.Set;

/// The client believes whoever answers.
public final class SslModeDoesNotVerify implements ClientRule {
    private static final Set<String> VERIFYING = Set.of("verify-ca", "verify-full");

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
        return ClientRule.onServer(client, (url, keys) -> {
            if (url.hosts().stream().allMatch(HostPort::isLoopback)) {
                return Verdict.notApplicable("the server is on the same machine");
            }
            if (client.workload().filter(SslModeDoesNotVerify::isOneMachine).isPresent()) {
                return Verdict.notApplicable("Compose's own network on a developer's machine");
            }
            if (keys.product() != Product.PGJDBC) {
                return MySqlTls.given(client, keys, tls -> judge(client, url, keys, tls));
            }
            // ssl=true without sslmode is verify-full (pgjdbc, SslMode.of).
            var isStrict = client.get(PgjdbcKeys.SSL)
                            .knownValue()
                            .filter(text -> !text.equals("false"))
                            .isPresent()
                    && client.get(PgjdbcKeys.SSL_MODE).chosen().isEmpty();
            return isStrict
                    ? Verdict.PASS
                    : Rule.given(client.get(PgjdbcKeys.SSL_MODE), mode -> judge(client, url, mode));
        });
    }

    private static boolean isOneMachine(Workload workload) {
        return workload.kind() == Workload.Kind.COMPOSE_SERVICE && workload.stage() == Stage.LOCAL;
    }

    private Verdict judge(Client client, JdbcUrl url, DriverKeys keys, MySqlTls tls) {
        // useSSL=true without more has a rule of its own.
        var isOwnRule =
                tls.level() == MySqlTls.Level.IF_OFFERED && tls.said().key().equals(ConnectorJKeys.USE_SSL);
        return tls.level() == MySqlTls.Level.VERIFIED || isOwnRule
                ? Verdict.PASS
                : violation(
                        client,
                        url,
                        tls.said(),
                        keys.sslMode(),
                        keys.product() == Product.CONNECTOR_J ? "VERIFY_IDENTITY" : "verify-full");
    }

    private Verdict judge(Client client, JdbcUrl url, Setting.Known<String> mode) {
        return VERIFYING.contains(mode.value())
                ? Verdict.PASS
                : violation(client, url, mode, mode.key(), "verify-full");
    }

    private Verdict violation(
            Client client, JdbcUrl url, Setting.Known<?> said, SettingKey<String> mode, String strict) {
        if (!url.isResolved()) {
            return Verdict.undecided("the host is not known here, so it may be this machine");
        }
        return Verdict.violation(finding(
                client,
                said.key() + "=" + said.value() + " does not check whom it talks to",
                "Whoever can answer in the server's place, by a wrong DNS entry or on the way, gets the password and every"
                        + " order; without TLS it may even travel unencrypted.",
                edit(client, mode, strict),
                ClientRule.url(client),
                Evidence.of(said)));
    }

    /// pgjdbc has no authorities of its own: without a file it looks for one in the home of the account that runs
    /// the service, and opens no connection where there is none.
    private static Edit edit(Client client, SettingKey<String> mode, String strict) {
        var isWithoutRoot = mode.product() == Product.PGJDBC
                && client.get(PgjdbcKeys.SSL_ROOT_CERT) instanceof Setting.Unset<?>
                && client.get(mode).chosen().isEmpty();
        return isWithoutRoot
                ? new Edit.Decide(
                        client.urlText().origin(),
                        "append sslmode=" + strict
                                + " to the URL, and sslrootcert= with the file of the authority that signs the server's"
                                + " certificate")
                : Edits.driver(client, mode, strict);
    }
}
