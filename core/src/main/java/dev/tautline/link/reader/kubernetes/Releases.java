package dev.tautline.link.reader.kubernetes;

import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
            return base.map(file -> new Release(chart, file, file.tree(), Optional.empty())).stream()
                    .toList();
        }
        return environments.stream()
                .map(file -> new Release(
                        chart,
                        file,
                        base.map(below -> Release.over(below.tree(), file.tree()))
                                .orElse(file.tree()),
                        Optional.empty()))
                .toList();
    }

    /// Each entry of the whole that names the part installs it once, under its alias; without any entry it is
    /// installed once, for it lies in the folder.
    private List<Release> within(Chart parent, Chart part) {
        var name = part.name().map(Written::text).orElse("");
        var declared = parent.parts().stream()
                .filter(entry -> entry.chart().equals(name))
                .toList();
        var entries = declared.isEmpty() ? List.of(new Chart.Part(name, Optional.empty(), Optional.empty())) : declared;
        return of(parent).stream()
                .flatMap(release -> entries.stream()
                        .filter(entry -> entry.isOn(release.values()))
                        .flatMap(entry -> within(release, part, entry).stream()))
                .toList();
    }

    private static Optional<Release> within(Release whole, Chart part, Chart.Part entry) {
        var base =
                part.values().stream().filter(ValuesFile::isOfAll).findFirst().map(ValuesFile::tree);
        var own = whole.values().at(entry.key());
        var all = base.map(
                        below -> own.map(values -> Release.over(below, values)).orElse(below))
                .or(() -> own);
        return all.map(values -> new Release(part, whole.file(), values, entry.alias()));
    }
}
