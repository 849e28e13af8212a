package dev.tautline.link.reader.proxy;

import dev.tautline.link.HopTarget;
import dev.tautline.settings.HaproxyKeys;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.Settings;
import dev.tautline.settings.ValueType;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Written;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The `server` lines of a backend, with what its `default-server` lines add.
final class HaproxyServers {
    /// A template makes as many servers as it says; no rule counts further.
    private static final int MAX_OF_TEMPLATE = 8;

    private static final int AFTER_ADDRESS = 3;

    private final Map<SettingKey<?>, Written> defaults = new LinkedHashMap<>();
    private final int port;

    /// `port` is where a client calls the backend; a server without a port is called on the same.
    HaproxyServers(int port) {
        this.port = port;
    }

    List<HopTarget> of(HaproxySection backend) {
        backend.lines("default-server").forEach(line -> defaults.putAll(parameters(line, 1)));
        var targets = new ArrayList<HopTarget>();
        backend.lines("server").forEach(line -> target(line, 1, AFTER_ADDRESS).ifPresent(targets::add));
        backend.lines("server-template").forEach(line -> targets.addAll(ofTemplate(line)));
        return List.copyOf(targets);
    }

    private List<HopTarget> ofTemplate(HaproxyLine line) {
        var bound = line.word(2).replaceFirst("^\\d+-", "");
        var count = bound.matches("\\d{1,4}") ? Math.clamp(Integer.parseInt(bound), 1, MAX_OF_TEMPLATE) : 1;
        return target(line, 2, AFTER_ADDRESS + 1).stream()
                .flatMap(target -> Collections.nCopies(count, target).stream())
                .toList();
    }

    private Optional<HopTarget> target(HaproxyLine line, int beforeAddress, int afterAddress) {
        return line.written(beforeAddress + 1).map(address -> {
            var settings = Settings.builder(Versions.UNKNOWN);
            defaults.forEach(settings::put);
            parameters(line, afterAddress).forEach(settings::put);
            return new HopTarget(
                    line.word(1),
                    Addresses.parse(address.text(), port, address.origin()),
                    settings.build(),
                    line.words().getFirst().origin());
        });
    }

    /// Flags stand alone; everything else has a word behind it. A `no-` before a flag takes it back.
    private static Map<SettingKey<?>, Written> parameters(HaproxyLine line, int from) {
        var found = new LinkedHashMap<SettingKey<?>, Written>();
        for (int i = from; i < line.words().size(); i++) {
            var word = line.word(i);
            var negated = word.startsWith("no-");
            var key = HaproxyKeys.VOCABULARY.find("server." + (negated ? word.substring(3) : word));
            if (key.isEmpty()) {
                continue;
            }
            var isFlag = key.get().type().equals(ValueType.FLAG);
            var value = isFlag ? Optional.of(line.words().get(i)) : line.written(++i);
            var text = negated ? "false" : "true";
            value.ifPresent(written -> found.put(
                    key.get(),
                    new Written(
                            key.get().name(),
                            isFlag ? text : written.text(),
                            written.origin(),
                            isFlag ? List.of() : written.unresolved())));
        }
        return found;
    }
}
