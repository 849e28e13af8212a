package dev.tautline.cli;

import dev.tautline.cli.EffectiveClient.Row;
import dev.tautline.link.Hop;
import dev.tautline.link.Link;
import dev.tautline.link.Server;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A server, or something on the way to one, with what somebody chose for it and where. Holds no secret.
record EffectivePart(String name, String origin, List<Row> rows) {
    /// The hops and then the servers of a link; those of which no setting is known are left out.
    static List<EffectivePart> of(Link link) {
        return Stream.concat(
                        link.hops().stream().map(EffectivePart::of),
                        link.servers().stream().map(EffectivePart::of))
                .filter(part -> !part.rows().isEmpty())
                .toList();
    }

    private static EffectivePart of(Hop hop) {
        var rows = new ArrayList<>(rows(hop.settings()));
        hop.targets().forEach(target -> {
            var address = target.address().map(HostPort::toString).orElse("");
            rows.add(new Row(
                    hop.product(),
                    "to " + target.name(),
                    address,
                    target.origin().toString(),
                    false));
            rows(target.settings()).stream()
                    .map(row ->
                            new Row(row.product(), target.name() + ": " + row.name(), row.value(), row.origin(), false))
                    .forEach(rows::add);
        });
        return new EffectivePart(hop.label(), hop.origin().toString(), List.copyOf(rows));
    }

    private static EffectivePart of(Server server) {
        return new EffectivePart(server.label(), server.origin().toString(), rows(server.settings()));
    }

    private static List<Row> rows(Settings settings) {
        return settings.written().stream()
                .<Row>map(setting -> EffectiveClient.row(setting))
                .sorted(Comparator.comparing(Row::product).thenComparing(Row::name))
                .toList();
    }
}
