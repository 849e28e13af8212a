package dev.tautline.scenario;

import dev.tautline.config.YamlEntry;
import dev.tautline.config.YamlMap;
import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.hypothesis.Hypotheses;
import dev.tautline.settings.Nearest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The ids of causes that scenarios may speak of: those that the guard can name.
final class Causes {
    private static final List<String> KNOWN = Hypotheses.all().stream()
            .flatMap(hypothesis -> hypothesis.causes().stream())
            .map(Cause::id)
            .distinct()
            .sorted()
            .toList();

    private Causes() {}

    /// The ids; one that no hypothesis has is a problem.
    static Set<String> known(YamlMap map, String key, List<YamlEntry> written) {
        for (var entry : written) {
            if (!KNOWN.contains(entry.text())) {
                map.problem(
                        entry.at(),
                        "'%s': the guard knows no cause '%s'%s"
                                .formatted(
                                        key,
                                        entry.text(),
                                        Nearest.to(entry.text(), KNOWN)
                                                .map(near -> "; nearest: '" + near + "'")
                                                .orElse("; docs/reference/causes.md lists them")));
            }
        }
        return written.stream().map(YamlEntry::text).collect(Collectors.toSet());
    }
}
