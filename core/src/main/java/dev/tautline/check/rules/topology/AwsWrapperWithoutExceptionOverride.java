package dev.tautline.check.rules.topology;

import dev.tautline.check.ClientRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.Setting;
import dev.tautline.settings.UrlParameter;

/// The AWS wrapper moves a connection to the new writer, and the pool throws it away.
public final class AwsWrapperWithoutExceptionOverride implements ClientRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        var plugins = client.url()
                .filter(url -> url.wrapper().filter("aws-wrapper"::equals).isPresent())
                .flatMap(url -> url.parameter("wrapperPlugins"));
        if (plugins.isEmpty() || !plugins.get().value().contains("failover")) {
            return Verdict.notApplicable("no failover plugin is named in the URL");
        }
        return ClientRule.onHikari(client, () -> switch (client.get(HikariKeys.EXCEPTION_OVERRIDE_CLASS_NAME)) {
            case Setting.Unset<String> unset -> Verdict.violation(finding(client, plugins.get()));
            case Setting.Known<String> known -> Verdict.PASS;
            case Setting.Unresolved<String> open -> Verdict.undecided(open.key() + " is " + open.text());
            case Setting.Malformed<String> bad -> Verdict.undecided(bad.key() + " cannot be read");
        });
    }

    private Finding finding(Client client, UrlParameter plugins) {
        return finding(
                client,
                "the failover plugin is on, and the pool does not know its exceptions",
                "In a failover the wrapper reconnects and reports it with SQLSTATE 08S02; HikariCP takes that for a dead"
                        + " connection and closes it. The pool runs empty just when it is needed.",
                new Edit.Add(
                        client.urlText().origin(),
                        client.poolKey(HikariKeys.EXCEPTION_OVERRIDE_CLASS_NAME),
                        "software.amazon.jdbc.util.HikariCPSQLException"),
                ClientRule.url(client),
                new Evidence("wrapperPlugins", plugins.value(), plugins.origin()));
    }
}
