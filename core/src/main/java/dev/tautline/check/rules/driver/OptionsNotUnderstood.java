package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.Nearest;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.PostgresName;
import dev.tautline.settings.Setting;
import java.util.regex.Pattern;

/// The server refuses a log-in with options that it cannot read.
public final class OptionsNotUnderstood implements ClientRule {
    /// One option of the server's command line: `-c name=value`, `--name=value` or a letter such as `-B 100`; or what
    /// Neon's router reads where a driver does not send the server's name, `endpoint=name`.
    private static final Pattern OPTIONS = Pattern.compile(
            "(\\s*(-c\\s*[\\w.-]+=(\\\\.|\\S)*|(endpoint|project)=[\\w-]+|--[\\w.-]+=(\\\\.|\\S)*|-[a-zA-Z](\\s*[^-\\s]\\S*)?))*\\s*");

    /// A name without a dot: those with one are extensions', and may be anything.
    private static final Pattern SETTING = Pattern.compile("(?:^|\\s)(?:-c\\s*|--)(?<name>[A-Za-z_][\\w-]*)=");

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
                ? Verdict.of(SETTING.matcher(options.value())
                        .results()
                        .map(setting -> setting.group("name"))
                        .filter(OptionsNotUnderstood::isMisspelt)
                        .map(name -> unknown(client, options, name))
                        .toList())
                : Verdict.violation(finding(
                        client,
                        "options '" + options.value() + "' is not what the server reads",
                        "The server refuses each log-in with \"invalid command-line argument for server"
                                + " process\": no connection can be opened.",
                        new Edit.Decide(options.origin(), "write each setting as -c name=value, with %20 between them"),
                        Evidence.of(options)));
    }

    /// What resembles nothing may be for a router before the server, such as CockroachDB's `--cluster`.
    private static boolean isMisspelt(String name) {
        var plain = name.replace('-', '_');
        return PostgresName.find(plain).isEmpty()
                && PostgresName.nearest(plain)
                        .filter(near -> Nearest.isSlip(plain, near))
                        .isPresent();
    }

    private Finding unknown(Client client, Setting.Known<String> options, String name) {
        var meant = PostgresName.nearest(name.replace('-', '_'));
        return finding(
                client,
                "options set " + name + ", which PostgreSQL does not have"
                        + meant.map(near -> "; did you mean " + near + "?").orElse(""),
                "The server refuses each log-in with \"unrecognized configuration parameter\": no connection can be opened.",
                new Edit.Decide(
                        options.origin(),
                        meant.map(near -> "write " + near + " in place of " + name)
                                .orElse("take " + name + " out")),
                Evidence.of(options));
    }
}
