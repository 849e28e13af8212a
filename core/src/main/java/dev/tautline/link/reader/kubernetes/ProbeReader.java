package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.HealthProbe;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Written;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the probes of a container.
final class ProbeReader {
    private ProbeReader() {}

    static List<HealthProbe> of(YamlTree container) {
        return Stream.of(
                        read(container, "livenessProbe", HealthProbe.Kind.LIVENESS),
                        read(container, "readinessProbe", HealthProbe.Kind.READINESS),
                        read(container, "startupProbe", HealthProbe.Kind.STARTUP))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<HealthProbe> read(YamlTree container, String key, HealthProbe.Kind kind) {
        return container
                .at(key)
                .flatMap(probe -> how(probe)
                        .flatMap(how -> what(probe, how)
                                .map(what -> new HealthProbe(
                                        kind,
                                        how,
                                        what,
                                        Values.settings(probe, key + ".").build(),
                                        probe.origin()))));
    }

    private static Optional<HealthProbe.How> how(YamlTree probe) {
        return Stream.of(
                        probe.at("httpGet").map(found -> HealthProbe.How.HTTP),
                        probe.at("tcpSocket").map(found -> HealthProbe.How.TCP),
                        probe.at("exec").map(found -> HealthProbe.How.COMMAND),
                        probe.at("grpc").map(found -> HealthProbe.How.GRPC))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Written> what(YamlTree probe, HealthProbe.How how) {
        return switch (how) {
            case HTTP -> Values.field(probe, "httpGet", "path");
            case TCP -> Values.field(probe, "tcpSocket", "port");
            case GRPC -> Values.field(probe, "grpc", "port");
            case COMMAND -> command(probe);
        };
    }

    private static Optional<Written> command(YamlTree probe) {
        var words = probe.items("exec", "command");
        return words.stream()
                .findFirst()
                .map(first -> Written.of(
                        "command",
                        words.stream()
                                .flatMap(word -> word.text().stream())
                                .map(Written::text)
                                .collect(Collectors.joining(" ")),
                        first.origin()));
    }
}
