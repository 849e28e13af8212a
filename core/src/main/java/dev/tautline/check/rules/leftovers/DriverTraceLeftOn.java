package dev.tautline.check.rules.leftovers;

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
import dev.tautline.settings.SettingKey;
import java.util.List;

/// The driver records its own work.
public final class DriverTraceLeftOn implements ClientRule {
    private static final List<SettingKey<Boolean>> TRACES = List.of(
            ConnectorJKeys.PROFILE_SQL,
            ConnectorJKeys.TRACE_PROTOCOL,
            ConnectorJKeys.AUTO_GENERATE_TESTCASE_SCRIPT,
            ConnectorJKeys.ENABLE_PACKET_DEBUG,
            ConnectorJKeys.EXPLAIN_SLOW_QUERIES,
            ConnectorJKeys.GATHER_PERF_METRICS,
            ConnectorJKeys.USE_USAGE_ADVISOR);

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
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
                client, url -> ClientRule.onFirstOn(client, TRACES, flag -> Verdict.violation(finding(client, flag))));
    }

    private Finding finding(Client client, Setting.Known<Boolean> flag) {
        return finding(
                client,
                flag.key() + " is left on",
                "Every statement is measured and written to the log, with customers' data in it: requests get slower the"
                        + " busier the shop is, and the disk fills.",
                new Edit.Remove(flag.origin(), flag.key().name()),
                Evidence.of(flag));
    }
}
