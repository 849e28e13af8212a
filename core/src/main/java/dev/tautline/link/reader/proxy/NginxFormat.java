package dev.tautline.link.reader.proxy;

import dev.tautline.link.Hop;
import dev.tautline.link.HopTarget;
import dev.tautline.link.Stage;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.proxy.NginxText.Directive;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.NginxKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the section `stream` of nginx. Only what leads to databases becomes a hop.
public final class NginxFormat implements Format {
    private static final Pattern NAME = Pattern.compile(".*\\.conf(\\.template)?|.*nginx.*\\.(conf|tpl|tmpl)");
    private static final Pattern HEAD = Pattern.compile("(?m)^[ \\t]*stream[ \\t\\r\\n]*\\{");
    private static final Pattern PASS = Pattern.compile("(?m)^[ \\t]*proxy_pass[ \\t]+(?!https?://)\\S");
    private static final Set<Integer> DATABASE_PORTS =
            Set.of(5432, 5433, 6432, 9999, 3306, 3307, 6033, 6446, 6447, 26257, 5430, 5434, 5435, 5436);

    @Override
    public boolean mayBe(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName())).matches();
    }

    /// A file that nginx's own includes inside `stream` has no such section itself.
    @Override
    public boolean recognises(SourceText source) {
        return HEAD.matcher(source.text()).find()
                || (source.file().toString().contains("stream")
                        && PASS.matcher(source.text()).find());
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        var directives = NginxText.read(source);
        var streams =
                directives.stream().filter(one -> one.name().equals("stream")).toList();
        var sections = streams.isEmpty() ? List.of(new Directive(List.of(), directives)) : streams;
        sections.forEach(section -> section.all("server")
                .flatMap(server -> hop(section, server).stream())
                .forEach(facts::hop));
        return true;
    }

    private static Optional<Hop> hop(Directive section, Directive server) {
        var targets = server.all("proxy_pass")
                .flatMap(pass -> pass.argument().stream())
                .flatMap(pass -> targets(section, pass))
                .toList();
        return targets.stream()
                        .flatMap(target -> target.address().stream())
                        .anyMatch(address -> DATABASE_PORTS.contains(address.port()))
                ? Optional.of(new Hop(
                        "nginx",
                        targets.size() > 1 ? Hop.Kind.BALANCER : Hop.Kind.PROXY,
                        Product.NGINX,
                        Set.of(),
                        ports(server),
                        targets,
                        settings(section, server),
                        Optional.empty(),
                        Stage.UNKNOWN,
                        server.words().getFirst().origin()))
                : Optional.empty();
    }

    private static Set<Integer> ports(Directive server) {
        return server.all("listen")
                .flatMap(listen -> listen.argument().stream())
                .map(address -> Addresses.port(address.text().replaceFirst("^.*:", "")))
                .filter(port -> port > 0)
                .collect(Collectors.toSet());
    }

    private static Stream<HopTarget> targets(Directive section, Written pass) {
        var servers = section.all("upstream")
                .filter(upstream -> upstream.argument()
                        .filter(name -> name.text().equals(pass.text()))
                        .isPresent())
                .flatMap(upstream -> upstream.all("server"))
                .flatMap(server -> server.argument().map(address -> target(address, server.words())).stream())
                .toList();
        // A variable is asked for anew at each connection, by the resolver.
        return servers.isEmpty()
                ? Stream.of(pass)
                        .filter(Written::isResolved)
                        .filter(text -> text.text().contains(":"))
                        .map(address -> target(address, List.of()))
                : servers.stream();
    }

    private static HopTarget target(Written address, List<Written> words) {
        var settings = Settings.builder(Versions.UNKNOWN);
        words.forEach(word -> NginxKeys.VOCABULARY
                .find("server." + word.text())
                .ifPresent(key -> settings.put(key, Written.of(key.name(), "true", word.origin()))));
        return new HopTarget(
                address.text(),
                Addresses.parse(address.text(), 0, address.origin()).filter(NginxFormat::isNetwork),
                settings.build(),
                address.origin());
    }

    private static boolean isNetwork(HostPort address) {
        return !address.host().equals("unix") && !address.host().isEmpty();
    }

    /// What the server says, over what the section says.
    private static Settings settings(Directive section, Directive server) {
        var settings = Settings.builder(Versions.UNKNOWN);
        Stream.of(section, server)
                .flatMap(one -> one.inside().stream())
                .forEach(directive -> NginxKeys.VOCABULARY
                        .find(directive.name())
                        .ifPresent(key -> directive.argument().ifPresent(value -> settings.put(key, value))));
        return settings.build();
    }
}
