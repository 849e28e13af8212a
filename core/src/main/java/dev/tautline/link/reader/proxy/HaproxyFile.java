package dev.tautline.link.reader.proxy;

import dev.tautline.link.reader.format.SourceText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<String, List<HaproxySection>> byKind = new HashMap<>();
    private final Map<Name, HaproxySection> byName = new HashMap<>();

    private record Name(String kind, String name) {}

    HaproxyFile(SourceText source) {
        var lines = source.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var line = HaproxyLine.parse(source, i + 1, lines.get(i));
            if (SECTIONS.contains(line.word(0))) {
                enter(open(line));
            } else if (!line.isEmpty() && !sections.isEmpty()) {
                sections.getLast().add(line);
            }
        }
    }

    private void enter(HaproxySection section) {
        sections.add(section);
        byKind.computeIfAbsent(section.kind(), any -> new ArrayList<>()).add(section);
        byName.put(new Name(section.kind(), section.name()), section);
    }

    List<HaproxySection> of(String kind) {
        return Collections.unmodifiableList(byKind.getOrDefault(kind, List.of()));
    }

    /// The last one of that name.
    Optional<HaproxySection> find(String kind, String name) {
        return Optional.ofNullable(byName.get(new Name(kind, name)));
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
        return from.isEmpty() ? of("defaults").reversed().stream().findFirst() : find("defaults", from);
    }
}
