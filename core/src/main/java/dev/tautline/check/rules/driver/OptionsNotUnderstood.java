package dev.tautline.check.rules.driver;

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
import java.util.regex.Pattern;

/// The server refuses a log-in with options that it cannot read.
public final class OptionsNotUnderstood implements ClientRule {
    /// One option of the server's command line: `-c name=value`, `--name=value` or a letter such as `-B 100`.
    private static final Pattern OPTIONS = Pattern.compile(
            "(\\s*(-c\\s*[\\w.-]+=(\\\\.|\\S)*|--[\\w.-]+=(\\\\.|\\S)*|-[a-zA-Z](\\s*[^-\\s]\\S*)?))*\\s*");

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
        return ClientRule.onPostgres(
                client, url -> Rule.chosen(client.get(PgjdbcKeys.OPTIONS), options -> judge(client, options)));
    }

    private Verdict judge(Client client, Setting.Known<String> options) {
        return OPTIONS.matcher(options.value()).matches()
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        "options '" + options.value() + "' is not what the server reads",
                        "The server refuses each log-in with \"invalid command-line argument for server"
                                + " process\": no connection can be opened.",
                        new Edit.Decide(options.origin(), "write each setting as -c name=value, with %20 between them"),
                        Evidence.of(options)));
    }
}
