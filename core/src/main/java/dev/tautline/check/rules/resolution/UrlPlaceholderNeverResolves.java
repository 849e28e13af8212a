package dev.tautline.check.rules.resolution;

import dev.tautline.check.ClientRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import java.util.regex.Pattern;

/// A placeholder in another tool's syntax reaches the driver as it is.
public final class UrlPlaceholderNeverResolves implements ClientRule {
    /// What other tools replace, but Spring does not: `{{ x }}`, `$X`, `%X%`; and a shell's default
    /// `${X:-y}`, of which Spring keeps the dash.
    private static final Pattern FOREIGN =
            Pattern.compile("\\{\\{.*?}}|\\$[A-Za-z_]\\w*|%[A-Z]+_[A-Z_]+%|(?<=//|,|:)-[\\w.-]+");

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
        var written = client.urlText();
        var foreign = FOREIGN.matcher(written.shown());
        if (foreign.find()) {
            return Verdict.violation(finding(
                    client,
                    "'" + foreign.group() + "' in the URL is a placeholder that Spring does not replace",
                    "The driver looks for a host or a database of that very name: the application does not start, or starts"
                            + " and cannot connect.",
                    new Edit.Decide(written.origin(), "write it as ${NAME} or ${NAME:default}"),
                    ClientRule.url(client)));
        }
        return written.isResolved()
                ? Verdict.PASS
                : Verdict.undecided("the URL needs " + String.join(", ", written.unresolved()) + " (" + written.origin()
                        + "); give it with --env NAME=VALUE");
    }
}
