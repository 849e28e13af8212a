package dev.tautline.check.rules.timezone;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.ConnectorJKeys;
import dev.tautline.settings.Nearest;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import dev.tautline.settings.Version;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Set;

/// A time zone that Connector/J cannot read.
public final class UnknownConnectionTimeZone implements ClientRule {
    /// Reads with `ZoneId.of`, without short names, since this version.
    private static final Version PARSES = Version.of("8.0.23");
    private static final Set<String> LOGICAL = Set.of("LOCAL", "SERVER");

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
        return ClientRule.onConnectorJ(
                client,
                url -> Rule.chosen(client.get(ConnectorJKeys.CONNECTION_TIME_ZONE), zone -> judge(client, zone)));
    }

    private Verdict judge(Client client, Setting.Known<String> zone) {
        var version = client.settings().versions().of(Product.CONNECTOR_J);
        if (!version.isAtLeast(PARSES)) {
            return Verdict.undecided("Connector/J " + version + " has a list of its own");
        }
        return zone.value().isBlank() || LOGICAL.contains(zone.value()) || isZone(zone.value())
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        "'" + zone.value() + "' is no time zone",
                        "The driver refuses every connection with \"Unknown time-zone ID\" or \"Invalid ID for region-based"
                                + " ZoneId\"; the service does not start.",
                        edit(client, zone),
                        Evidence.of(zone)));
    }

    private static Edit edit(Client client, Setting.Known<String> zone) {
        return zone.value().contains(" ")
                ? new Edit.Decide(zone.origin(), "write UTC or a name such as Europe/Berlin; in a URL a plus is %2B")
                : Nearest.to(zone.value(), ZoneId.getAvailableZoneIds())
                        .filter(name -> name.equalsIgnoreCase(zone.value()))
                        .<Edit>map(name -> Edits.driver(client, zone.key(), name))
                        .orElseGet(() -> new Edit.Decide(
                                zone.origin(), "write UTC, or a name such as Europe/Berlin or Asia/Shanghai"));
    }

    private static boolean isZone(String text) {
        try {
            return ZoneId.of(text).getRules() != null;
        } catch (DateTimeException noZone) {
            return false;
        }
    }
}
