package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds what charts are installed as: once for each file of an environment, or else once as they stand. A
/// chart in the folder `charts` of another one is installed with that one, which has the last word on its values.
final class Releases {
    private final Map<Path, Chart> charts;

    Releases(Map<Path, Chart> charts) {
        this.charts = charts;
    }

    List<Release> of(Chart chart) {
        if (!chart.isApplication()) {
            return List.of();
        }
        return parent(chart).map(parent -> within(parent, chart)).orElseGet(() -> alone(chart));
    }

    private Optional<Chart> parent(Chart chart) {
        return Optional.ofNullable(chart.folder().getParent())
                .filter(folder -> folder.endsWith("charts"))
                .flatMap(folder -> Optional.ofNullable(folder.getParent()))
                .flatMap(folder -> Optional.ofNullable(charts.get(folder)));
    }

    private static List<Release> alone(Chart chart) {
        var environments =
                chart.values().stream().filter(ValuesFile::isEnvironment).toList();
        var base = chart.values().stream().filter(ValuesFile::isOfAll).findFirst();
        if (environments.isEmpty()) {
            return base.map(file -> new Release(chart, file, file.tree())).stream()
                    .toList();
        }
        return environments.stream()
                .map(file -> new Release(
                        chart,
                        file,
                        base.map(below -> Release.over(below.tree(), file.tree()))
                                .orElse(file.tree())))
                .toList();
    }

    /// An alias would hide the part's values, so such a part is not known.
    private List<Release> within(Chart parent, Chart part) {
        var name = part.name().map(Written::text).orElse("");
        var base = part.values().stream().filter(ValuesFile::isOfAll).findFirst();
        return of(parent).stream()
                .filter(release -> isOn(release.values(), name))
                .flatMap(release -> {
                    var own = release.values().at(name);
                    var all = base.map(ValuesFile::tree)
                            .map(below -> own.map(values -> Release.over(below, values))
                                    .orElse(below))
                            .or(() -> own);
                    return all.stream().map(values -> new Release(part, release.file(), values));
                })
                .toList();
    }

    /// The usual condition of a dependency is `NAME.enabled`.
    static boolean isOn(YamlTree values, String part) {
        return Stream.of(values.text(part, "enabled"))
                .flatMap(Optional::stream)
                .allMatch(written -> written.text().equals("true"));
    }
}
