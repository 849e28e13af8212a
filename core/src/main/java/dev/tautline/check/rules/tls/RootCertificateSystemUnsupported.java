package dev.tautline.check.rules.tls;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Setting;

/// A word of libpq is a file's name for the Java driver.
public final class RootCertificateSystemUnsupported implements ClientRule {

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onPostgres(
                client, url -> Rule.chosen(client.get(PgjdbcKeys.SSL_ROOT_CERT), root -> judge(client, root)));
    }

    private Verdict judge(Client client, Setting.Known<String> root) {
        return root.value().equals("system")
                ? Verdict.violation(finding(
                        client,
                        "sslrootcert=system means a file called 'system'",
                        "The Java driver does not know this word of libpq. With a mode that verifies, no"
                                + " connection can be opened: \"Could not open SSL root certificate file system\".",
                        new Edit.Decide(
                                root.origin(),
                                "use sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory to trust the authorities"
                                        + " that Java knows"),
                        Evidence.of(root)))
                : Verdict.PASS;
    }
}
