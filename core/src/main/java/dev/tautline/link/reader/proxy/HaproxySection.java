package dev.tautline.link.reader.proxy;

import dev.tautline.settings.HaproxyKeys;
import dev.tautline.settings.Origin;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.Written;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A section of HAProxy's file, such as `backend shop`, with the `defaults` that it takes what it lacks from.
final class HaproxySection {
    private final String kind;
    private final String name;
    private final Optional<HaproxySection> defaults;
    private final Origin origin;
    private final List<HaproxyLine> lines = new ArrayList<>();

    HaproxySection(String kind, String name, Optional<HaproxySection> defaults, Origin origin) {
        this.kind = kind;
        this.name = name;
        this.defaults = defaults;
        this.origin = origin;
    }

    String kind() {
        return kind;
    }

    String name() {
        return name;
    }

    Origin origin() {
        return origin;
    }

    void add(HaproxyLine line) {
        lines.add(line);
    }

    /// The section's own lines that begin with a word.
    List<HaproxyLine> lines(String first) {
        return lines.stream().filter(line -> line.word(0).equals(first)).toList();
    }

    /// What is set here, or else in the defaults; `prefix` stands before names in the vocabulary.
    Map<SettingKey<?>, Written> settings(String prefix) {
        var settings = new LinkedHashMap<SettingKey<?>, Written>();
        ancestry().forEach(section -> section.lines.forEach(line -> put(settings, prefix, line)));
        return settings;
    }

    /// The defaults of the defaults first, and this section last; a file may chain thousands of them.
    private Deque<HaproxySection> ancestry() {
        var all = new ArrayDeque<HaproxySection>();
        for (var one = Optional.of(this); one.isPresent(); one = one.get().defaults) {
            all.addFirst(one.get());
        }
        return all;
    }

    private static void put(Map<SettingKey<?>, Written> settings, String prefix, HaproxyLine line) {
        if (line.word(0).equals("no")) {
            key(prefix, line.word(1) + " " + line.word(2)).ifPresent(settings::remove);
            return;
        }
        var ofTwo = key(prefix, line.word(0) + " " + line.word(1));
        if (ofTwo.isPresent()) {
            settings.put(ofTwo.get(), value(line, 2, ofTwo.get()));
        } else {
            key(prefix, line.word(0))
                    .filter(key -> line.words().size() > 1)
                    .ifPresent(key -> settings.put(key, value(line, 1, key)));
        }
    }

    private static Optional<SettingKey<?>> key(String prefix, String name) {
        return HaproxyKeys.VOCABULARY.find(prefix + name);
    }

    /// An option without words behind it is on; of other settings the first word counts, save for options, which
    /// keep them all.
    private static Written value(HaproxyLine line, int from, SettingKey<?> key) {
        if (line.words().size() <= from) {
            var last = line.words().getLast();
            return new Written(key.name(), "on", last.origin(), List.of());
        }
        if (key.name().startsWith("option ") || key.name().startsWith("balance")) {
            return line.rest(from, key.name());
        }
        var word = line.words().get(from);
        return new Written(key.name(), word.text(), word.origin(), word.unresolved());
    }
}
