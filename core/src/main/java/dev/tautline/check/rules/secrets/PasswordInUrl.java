package dev.tautline.check.rules.secrets;

import dev.tautline.check.ClientRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.Secret;
import dev.tautline.settings.UrlParameter;
import java.util.Set;

/// A password in a URL is shown wherever the URL is.
public final class PasswordInUrl implements ClientRule {
    private static final Set<String> PASSWORDS = Set.of("password", "sslpassword");

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
                url -> Verdict.of(url.parameters().stream()
                        .filter(parameter -> PASSWORDS.contains(parameter.name()) && isLiteral(parameter.value()))
                        .map(parameter -> finding(client, parameter))
                        .toList()));
    }

    private static boolean isLiteral(String value) {
        return !value.isEmpty() && !value.contains("${");
    }

    private Finding finding(Client client, UrlParameter parameter) {
        return finding(
                client,
                "a password stands in the URL",
                "URLs go to logs, error reports, process lists and monitoring; whoever reads one of them can log in.",
                new Edit.Remove(parameter.origin(), parameter.name()),
                new Evidence(parameter.name(), Secret.MASK, parameter.origin()));
    }
}
