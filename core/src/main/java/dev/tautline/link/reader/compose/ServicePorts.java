package dev.tautline.link.reader.compose;

import dev.tautline.link.Port;
import dev.tautline.link.reader.compose.Project.Service;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The ports of a service: `[[ADDRESS:]PUBLISHED:]CONTAINER[/PROTOCOL]`, ranges, or the long form (Compose file
/// reference, "ports" and "expose").
final class ServicePorts {
    private static final Pattern SHORT = Pattern.compile(
            "(?:(?:\\[(?<v6>[0-9a-fA-F:]+)]|(?<v4>[^:\\[\\]]+)):)?(?:(?<published>[^:]*):)?(?<container>[^:/]+)(?:/(?<protocol>\\w+))?");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,5})-(\\d{1,5})");
    /// A range wider than this is no list of database ports.
    private static final int MAX_RANGE = 64;

    private ServicePorts() {}

    static List<Port> of(Service service) {
        var ports = new ArrayList<Port>();
        for (var item : service.tree().items("ports")) {
            if (item instanceof YamlTree.Entries) {
                readLong(item, service.values()).ifPresent(ports::add);
            } else {
                service.values().text(item).ifPresent(text -> readShort(text, ports));
            }
        }
        for (var exposed : service.values().texts(service.tree(), "expose")) {
            ports.add(new Port(Optional.empty(), part(exposed, exposed.text(), 0), Optional.empty(), Optional.empty()));
        }
        return ports;
    }

    private static Optional<Port> readLong(YamlTree item, Interpolation values) {
        return values.text(item, "target")
                .map(target -> new Port(
                        values.text(item, "name").map(Written::text),
                        target,
                        values.text(item, "published"),
                        values.text(item, "host_ip").map(Written::text)));
    }

    private static void readShort(Written text, List<Port> ports) {
        // `${DB_PORT}:5432`: the colon of a placeholder that nothing resolves is none of ours.
        var parts = SHORT.matcher(text.text());
        if (!parts.matches() || "udp".equals(parts.group("protocol"))) {
            return;
        }
        // `5432:5432` has no address: the first group matched what is published.
        var first = Optional.ofNullable(parts.group("v4"));
        var hasAddress = parts.group("v6") != null || parts.group("published") != null;
        var address = Optional.ofNullable(parts.group("v6")).or(() -> hasAddress ? first : Optional.empty());
        var publishedGroup = hasAddress ? "published" : "v4";
        var published = Optional.ofNullable(parts.group(publishedGroup))
                .map(port -> part(text, port, parts.start(publishedGroup)));
        var container = part(text, parts.group("container"), parts.start("container"));
        var wide = RANGE.matcher(container.text());
        if (!wide.matches()) {
            ports.add(new Port(Optional.empty(), container, published, address));
            return;
        }
        var from = Integer.parseInt(wide.group(1));
        var count = Math.min(MAX_RANGE, Integer.parseInt(wide.group(2)) - from + 1);
        for (int i = 0; i < count; i++) {
            var offset = i;
            ports.add(new Port(
                    Optional.empty(),
                    new Written(container.key(), String.valueOf(from + i), container.origin(), container.unresolved()),
                    published.map(port -> shifted(port, offset)),
                    address));
        }
    }

    private static Written shifted(Written published, int offset) {
        var range = RANGE.matcher(published.text());
        return range.matches()
                ? new Written(
                        published.key(),
                        String.valueOf(Integer.parseInt(range.group(1)) + offset),
                        published.origin(),
                        published.unresolved())
                : published;
    }

    /// A part of a text is unresolved where it holds one of the text's placeholders.
    private static Written part(Written whole, String text, int columns) {
        var open = whole.unresolved().stream()
                .filter(name -> text.contains("${" + name + "}"))
                .toList();
        var origin = whole.origin() instanceof Origin.InFile place ? place.plusColumns(columns) : whole.origin();
        return new Written(whole.key(), text, origin, open);
    }
}
