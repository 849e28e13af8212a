package dev.tautline.check.rules.secrets;

import dev.tautline.check.ClientRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.DriverKeys;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Secret;
import dev.tautline.settings.UrlParameter;
import dev.tautline.settings.UrlScheme;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A password in a URL is shown wherever the URL is.
public final class PasswordInUrl implements ClientRule {
    private static final Pattern PASSWORD = Pattern.compile("(?i).*password\\d?");

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
        return client.url().filter(PasswordInUrl::isOfOtherClients).isPresent()
                ? client.url()
                        .map(url -> judge(client, url, PasswordInUrl::isNamedSo))
                        .orElseThrow()
                : ClientRule.onServer(
                        client, (url, keys) -> judge(client, url, parameter -> isPassword(keys, parameter)));
    }

    private Verdict judge(Client client, JdbcUrl url, Predicate<UrlParameter> isPassword) {
        return Verdict.of(url.parameters().stream()
                .filter(parameter -> isPassword.test(parameter) && isLiteral(parameter.value()))
                .map(parameter -> finding(client, parameter))
                .toList());
    }

    /// R2DBC's and libpq's URLs have it before the @.
    private static boolean isOfOtherClients(JdbcUrl url) {
        return url.scheme().form() != UrlScheme.Form.JDBC;
    }

    private static boolean isNamedSo(UrlParameter parameter) {
        return PASSWORD.matcher(parameter.name()).matches();
    }

    /// The drivers' words for passwords; that of a certificate's key store is one, too.
    private static boolean isPassword(DriverKeys keys, UrlParameter parameter) {
        return keys.find(parameter.name())
                .filter(key -> key.type().isSecret())
                .filter(key -> PASSWORD.matcher(key.name()).matches())
                .isPresent();
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
