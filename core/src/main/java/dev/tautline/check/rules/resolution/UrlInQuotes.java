package dev.tautline.check.rules.resolution;

import dev.tautline.check.ClientRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Written;
import java.util.Optional;
import java.util.regex.Pattern;

/// Quotes or blanks that became part of the URL.
public final class UrlInQuotes implements ClientRule {
    private static final Pattern AROUND = Pattern.compile("(?s)[\\s\"'`]*(?<inside>.*?)[\\s\"'`]*");

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        return inside(client.urlText())
                .map(inside -> Verdict.violation(finding(client)))
                .orElse(Verdict.PASS);
    }

    /// What stands between quotes or blanks, when it is a URL and they are part of the value.
    static Optional<String> inside(Written url) {
        var parts = AROUND.matcher(url.text());
        return Optional.of(url.text())
                .filter(text -> parts.matches() && !text.equals(parts.group("inside")) && !endsWithOwnQuote(text))
                .map(text -> parts.group("inside"))
                .filter(inside -> JdbcUrl.isJdbc(inside) || JdbcUrl.isLibpq(inside));
    }

    /// A quote at the end that a parameter opened: `sessionVariables=sql_mode='ANSI'`.
    private static boolean endsWithOwnQuote(String text) {
        var last = text.charAt(text.length() - 1);
        return text.startsWith("jdbc:")
                && !Character.isWhitespace(last)
                && text.chars().filter(letter -> letter == last).count() % 2 == 0;
    }

    private Finding finding(Client client) {
        return finding(
                client,
                "quotes or blanks around the URL are part of it",
                "The driver does not know a URL that begins with a quote: \"No suitable driver\", and the application does not"
                        + " start. A blank at the end becomes part of the database's name.",
                new Edit.Decide(
                        client.urlText().origin(),
                        "write the value without them; in a list, quote NAME=value as a whole"),
                new Evidence("url", "in quotes or blanks", client.urlText().origin()));
    }
}
