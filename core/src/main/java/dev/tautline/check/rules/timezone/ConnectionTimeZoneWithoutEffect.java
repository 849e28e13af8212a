package dev.tautline.check.rules.timezone;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.ConnectorJKeys;
import dev.tautline.settings.Setting;

/// A time zone that nothing uses.
public final class ConnectionTimeZoneWithoutEffect implements ClientRule {
    @Override
    public Severity severity() {
        return Severity.LOW;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onConnectorJ(
                client,
                url -> Rule.chosen(
                        client.get(ConnectorJKeys.CONNECTION_TIME_ZONE),
                        zone -> Rule.given(
                                client.get(ConnectorJKeys.PRESERVE_INSTANTS),
                                preserves -> Rule.given(
                                        client.get(ConnectorJKeys.FORCE_CONNECTION_TIME_ZONE_TO_SESSION),
                                        forces -> judge(client, zone, preserves, forces)))));
    }

    private Verdict judge(
            Client client,
            Setting.Known<String> zone,
            Setting.Known<Boolean> preserves,
            Setting.Known<Boolean> forces) {
        return preserves.value() || forces.value()
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        zone.value() + " is named as time zone, and nothing uses it",
                        "Times are stored as the service's own zone shows them: moved to a machine with another zone, the"
                                + " service reads its old orders hours early or late.",
                        new Edit.Remove(preserves.origin(), preserves.key().name()),
                        Evidence.of(zone),
                        Evidence.of(preserves)));
    }
}
