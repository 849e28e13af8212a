package dev.tautline.link.reader.proxy;

import dev.tautline.link.reader.format.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The sections of one of HAProxy's files. A section takes what it lacks from the `defaults` named behind `from`,
/// or else from the nearest ones above it (HAProxy 3.2 configuration manual, 4 "Proxies").
final class HaproxyFile {
    private static final Set<String> SECTIONS = Set.of(
            "acme",
            "backend",
            "cache",
            "crt-store",
            "defaults",
            "fcgi-app",
            "frontend",
            "global",
            "http-errors",
            "listen",
            "log-forward",
            "log-profile",
            "mailers",
            "peers",
            "program",
            "resolvers",
            "ring",
            "traces",
            "userlist");
    private static final Set<String> WITH_DEFAULTS = Set.of("backend", "defaults", "frontend", "listen");

    private final List<HaproxySection> sections = new ArrayList<>();

    HaproxyFile(SourceText source) {
        var lines = source.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var line = HaproxyLine.parse(source, i + 1, lines.get(i));
            if (SECTIONS.contains(line.word(0))) {
                sections.add(open(line));
            } else if (!line.isEmpty() && !sections.isEmpty()) {
                sections.getLast().add(line);
            }
        }
    }

    List<HaproxySection> of(String kind) {
        return sections.stream().filter(section -> section.kind().equals(kind)).toList();
    }

    Optional<HaproxySection> find(String kind, String name) {
        return of(kind).reversed().stream()
                .filter(section -> section.name().equals(name))
                .findFirst();
    }

    private HaproxySection open(HaproxyLine line) {
        var kind = line.word(0);
        var isNameless = line.word(1).isEmpty() || line.word(1).equals("from");
        var from = line.word(isNameless ? 1 : 2).equals("from") ? line.word(isNameless ? 2 : 3) : "";
        var origin = line.words().getFirst().origin();
        return new HaproxySection(kind, isNameless ? "" : line.word(1), defaults(kind, from), origin);
    }

    private Optional<HaproxySection> defaults(String kind, String from) {
        if (!WITH_DEFAULTS.contains(kind) || (kind.equals("defaults") && from.isEmpty())) {
            return Optional.empty();
        }
        return of("defaults").reversed().stream()
                .filter(section -> from.isEmpty() || section.name().equals(from))
                .findFirst();
    }
}
