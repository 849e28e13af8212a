package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Reach;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.ConnectorJKeys;
import dev.tautline.settings.Setting;
import java.util.List;

/// The driver replaces a broken connection behind the application's back.
public final class AutoReconnectOn implements ClientRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Reach reach() {
        return Reach.PRODUCTION;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onConnectorJ(
                client,
                url -> ClientRule.onFirstOn(
                        client,
                        List.of(ConnectorJKeys.AUTO_RECONNECT, ConnectorJKeys.AUTO_RECONNECT_FOR_POOLS),
                        flag -> Verdict.violation(finding(client, flag))));
    }

    private Finding finding(Client client, Setting.Known<Boolean> flag) {
        return finding(
                client,
                flag.key() + " is switched on",
                "After a broken connection the driver goes on with a new one as if nothing had happened: temporary tables,"
                        + " locks and session variables are gone, and the rest of the work is done without them.",
                new Edit.Remove(flag.origin(), flag.key().name()),
                Evidence.of(flag));
    }
}
