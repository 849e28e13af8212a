package dev.tautline.check.rules.tls;

import dev.tautline.check.ClientRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import java.util.List;
import java.util.regex.Pattern;

/// A file of TLS is found only when the service is started from the right folder.
public final class CertificatePathRelative implements ClientRule {
    private static final List<SettingKey<String>> FILES =
            List.of(PgjdbcKeys.SSL_ROOT_CERT, PgjdbcKeys.SSL_CERT, PgjdbcKeys.SSL_KEY);

    private static final Pattern ABSOLUTE = Pattern.compile("(/|\\\\|[A-Za-z]:).*");

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
        return ClientRule.onPostgres(
                client,
                url -> Verdict.of(FILES.stream()
                        .flatMap(key -> client.get(key).chosen().stream())
                        .filter(CertificatePathRelative::isRelative)
                        .map(path -> finding(client, path))
                        .toList()));
    }

    private static boolean isRelative(Setting.Known<String> path) {
        // "system" is the matter of a rule of its own; empty means none.
        return !path.value().isEmpty()
                && !path.value().equals("system")
                && !ABSOLUTE.matcher(path.value()).matches();
    }

    private Finding finding(Client client, Setting.Known<String> path) {
        return finding(
                client,
                path.key() + " '" + path.value() + "' is looked for in the folder that the service is started from",
                "Started from another folder, as by a new image or a service file, no connection can"
                        + " be opened: the file is not found. Neither ~ nor classpath: is understood.",
                new Edit.Decide(path.origin(), "write the whole path of " + path.value()),
                Evidence.of(path));
    }
}
