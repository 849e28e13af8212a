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
import java.util.stream.Stream;

/// `ssl=true` is the strictest mode of all, and needs a file that the URL does not name.
public final class SslTrueWithoutRootCertificate implements ClientRule {

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
        return ClientRule.onPostgres(client, url -> Rule.chosen(client.get(PgjdbcKeys.SSL), ssl -> judge(client, ssl)));
    }

    private Verdict judge(Client client, Setting.Known<String> ssl) {
        var isTold = Stream.of(PgjdbcKeys.SSL_MODE, PgjdbcKeys.SSL_ROOT_CERT, PgjdbcKeys.SSL_FACTORY)
                .anyMatch(key -> isWritten(client.get(key)));
        return isTold || ssl.value().equalsIgnoreCase("false")
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        "ssl=true means verify-full, and no root certificate is named",
                        "Where the file ~/.postgresql/root.crt of the account that runs the service is"
                                + " missing, as in a new image, no connection can be opened: \"Could not open SSL root"
                                + " certificate file\".",
                        new Edit.Decide(
                                ssl.origin(),
                                "say what is meant: sslmode=verify-full with sslrootcert=, or"
                                        + " sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory for a public authority"),
                        Evidence.of(ssl)));
    }

    private static boolean isWritten(Setting<?> setting) {
        return !(setting instanceof Setting.Unset<?>)
                && !(setting instanceof Setting.Known<?> known && !known.isChosen());
    }
}
