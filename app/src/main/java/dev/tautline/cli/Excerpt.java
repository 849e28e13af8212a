package dev.tautline.cli;

import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.settings.Origin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The lines of files that a finding was read from, by file in the order of the evidence; and the evidence that no
/// line shows, such as a documented default.
record Excerpt(Map<Path, List<Shown>> files, List<Evidence> told) {
    /// More than this is no longer quick to scan.
    private static final int MAX_LINES = 8;

    /// One piece of evidence at its line. `isPrimary` marks what the finding points at.
    record Shown(Evidence evidence, Origin.InFile place, MarkedLine line, boolean isPrimary) {}

    static Excerpt of(Finding finding, SourceFiles sources) {
        var shown = new ArrayList<Shown>();
        var told = new ArrayList<Evidence>();
        finding.read().stream()
                .distinct()
                .forEach(evidence -> shown(evidence, finding, sources)
                        .filter(any -> shown.size() < MAX_LINES)
                        .ifPresentOrElse(shown::add, () -> told.add(evidence)));
        shown.sort(Comparator.comparing(one -> !one.isPrimary()));
        var files = shown.stream()
                .collect(Collectors.groupingBy(one -> one.place().file(), LinkedHashMap::new, Collectors.toList()));
        files.values()
                .forEach(lines -> lines.sort(Comparator.comparing(
                        (Function<Shown, Integer>) one -> one.place().line())));
        return new Excerpt(files, told);
    }

    private static Optional<Shown> shown(Evidence evidence, Finding finding, SourceFiles sources) {
        return evidence.origin()
                .place()
                .flatMap(place -> sources.line(place.file(), place.line())
                        .map(line -> new Shown(
                                evidence,
                                place,
                                MarkedLine.of(line, place.column(), evidence.name(), evidence.value()),
                                evidence.equals(finding.read().getFirst()))));
    }
}
