package dev.tautline.check.rules.timezone;

import dev.tautline.finding.Evidence;
import dev.tautline.link.Client;
import dev.tautline.link.Variable;
import dev.tautline.link.Workload;
import dev.tautline.settings.ConnectorJKeys;
import dev.tautline.settings.Setting;
import dev.tautline.settings.Written;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// The time zone in which a client of Connector/J stores times, and what says so.
record StoredZone(Client client, ZoneId zone, Evidence read) {
    /// A day in winter and one in summer: zones that agree on both are the same for our purpose.
    private static final List<Instant> DAYS =
            List.of(Instant.parse("2025-01-15T00:00:00Z"), Instant.parse("2025-07-15T00:00:00Z"));

    /// The zone of the connection, or that of the container where the connection's is the JVM's; empty where nothing
    /// written tells.
    static Optional<StoredZone> of(Client client) {
        return switch (client.get(ConnectorJKeys.CONNECTION_TIME_ZONE)) {
            case Setting.Known<String> known
            when !known.value().equals("LOCAL") ->
                parse(known.value()).map(zone -> new StoredZone(client, zone, Evidence.of(known)));
            case Setting.Known<String> local -> ofContainer(client);
            case Setting.Unset<String> unset -> ofContainer(client);
            case Setting.Unresolved<String> open -> Optional.empty();
            case Setting.Malformed<String> bad -> Optional.empty();
        };
    }

    private static Optional<StoredZone> ofContainer(Client client) {
        return client.workload()
                .flatMap(workload -> workload.variable("TZ"))
                .map(Variable::value)
                .filter(Written::isResolved)
                .flatMap(tz -> parse(tz.text())
                        .map(zone -> new StoredZone(client, zone, new Evidence("TZ", tz.text(), tz.origin()))));
    }

    private static Optional<ZoneId> parse(String text) {
        try {
            return text.equals("SERVER") ? Optional.empty() : Optional.of(ZoneId.of(text));
        } catch (DateTimeException noZone) {
            return Optional.empty();
        }
    }

    boolean agreesWith(StoredZone other) {
        return DAYS.stream()
                .allMatch(day -> zone.getRules()
                        .getOffset(day)
                        .equals(other.zone.getRules().getOffset(day)));
    }

    /// What makes two clients use the same tables: address, database, and the set of files that names hold in.
    String schema() {
        var url = client.url().orElseThrow();
        return url.hosts() + "/" + url.database().orElse("") + " "
                + client.workload().map(Workload::unit).orElse("");
    }
}
