package dev.tautline.check.policy;

import dev.tautline.link.Hop;
import dev.tautline.link.Link;
import dev.tautline.link.Server;
import dev.tautline.link.Workload;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Setting;
import dev.tautline.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The files that a link was read from, as far as a value of it comes from them.
final class LinkFiles {
    private LinkFiles() {}

    static Set<Path> of(Link link) {
        var settings = Stream.of(
                        link.clients().stream().map(client -> client.settings()),
                        link.hops().stream().map(Hop::settings),
                        link.servers().stream().map(Server::settings),
                        link.platform().workloads().stream().map(Workload::settings))
                .flatMap(several -> several);
        var urls = link.clients().stream().map(client -> client.urlText().origin());
        var workloads = link.platform().workloads().stream().map(Workload::origin);
        return Stream.of(urls, workloads, settings.flatMap(LinkFiles::origins))
                .flatMap(several -> several)
                .flatMap(origin -> origin.place().stream())
                .map(Origin.InFile::file)
                .collect(Collectors.toSet());
    }

    private static Stream<Origin> origins(Settings settings) {
        return Stream.concat(
                settings.written().stream().flatMap(setting -> origin(setting).stream()),
                settings.strays().stream().map(stray -> stray.written().origin()));
    }

    private static Optional<Origin> origin(Setting<?> setting) {
        return switch (setting) {
            case Setting.Known<?> known -> Optional.of(known.origin());
            case Setting.Unresolved<?> open -> Optional.of(open.origin());
            case Setting.Malformed<?> bad -> Optional.of(bad.origin());
            case Setting.Unset<?> unset -> Optional.empty();
        };
    }
}
