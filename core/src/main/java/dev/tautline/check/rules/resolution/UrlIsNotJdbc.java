package dev.tautline.check.rules.resolution;

import dev.tautline.check.ClientRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.JdbcUrl;

/// A URL for another kind of client, such as `postgres://…`.
public final class UrlIsNotJdbc implements ClientRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        var written = client.urlText();
        if (client.url().isPresent() || UrlInQuotes.inside(written).isPresent()) {
            return Verdict.PASS;
        }
        if (!written.isResolved() || JdbcUrl.isJdbc(written.text())) {
            return written.isResolved() ? Verdict.PASS : Verdict.undecided("the URL is " + written.shown());
        }
        return Verdict.violation(finding(
                client,
                "the URL does not start with jdbc:",
                "The application does not start: \"'url' must start with \\\"jdbc\\\"\", or \"No suitable driver\".",
                new Edit.Decide(
                        written.origin(), "write jdbc:postgresql://HOST:PORT/DATABASE, with user and password apart"),
                ClientRule.url(client)));
    }
}
