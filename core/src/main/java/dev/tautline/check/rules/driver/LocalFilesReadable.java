package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Reach;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.ConnectorJKeys;
import dev.tautline.settings.MariaDbDriverKeys;
import dev.tautline.settings.Setting;
import java.util.List;

/// The server may ask the application for its files.
public final class LocalFilesReadable implements ClientRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Reach reach() {
        return Reach.PRODUCTION;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onMySql(
                client,
                (url, keys) -> ClientRule.onFirstOn(
                        client,
                        List.of(
                                ConnectorJKeys.ALLOW_LOAD_LOCAL_INFILE,
                                ConnectorJKeys.ALLOW_URL_IN_LOCAL_INFILE,
                                MariaDbDriverKeys.ALLOW_LOCAL_INFILE),
                        flag -> Verdict.violation(finding(client, flag))));
    }

    private Finding finding(Client client, Setting.Known<Boolean> flag) {
        return finding(
                client,
                flag.key() + " lets the server read the application's files",
                "Whoever answers in the server's place, or injects SQL, can fetch any file that the service may read: its"
                        + " configuration with all passwords first.",
                Edits.driver(client, flag.key(), "false"),
                Evidence.of(flag));
    }
}
