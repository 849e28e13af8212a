package dev.tautline.link.reader;

import dev.tautline.link.Workload;
import dev.tautline.link.reader.format.ApplicationFile;
import dev.tautline.link.reader.format.Documents;
import dev.tautline.link.reader.format.Environment;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.MountedConfiguration;
import dev.tautline.link.reader.format.MountedFile;
import dev.tautline.link.reader.format.SourceText;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tells which of the files mounted into a workload its application reads, and in which order. Each text is
/// parsed once, however many workloads mount it.
final class MountedConfigurations {
    private static final Pattern READABLE = Pattern.compile(".+\\.(?:ya?ml|properties)");

    private final Facts facts;
    private final Map<Place, Documents> read = new HashMap<>();

    /// Where a text stands: cheaper to compare than the text itself.
    private record Place(String file, String holder, int line) {}

    /// A file that is read, and what decides how much it counts.
    private record Ranked(int rank, ApplicationFile file) {}

    MountedConfigurations(Facts facts) {
        this.facts = facts;
    }

    MountedConfiguration of(Workload workload, Environment environment) {
        var files = facts.mountedInto(workload).stream()
                .filter(file -> READABLE.matcher(file.path()).matches())
                .toList();
        if (files.isEmpty()) {
            return MountedConfiguration.NONE;
        }
        var locations = new ConfigurationLocations(environment);
        return new MountedConfiguration(own(files, locations), others(files, locations), locations.hidePackage());
    }

    private List<ApplicationFile> own(List<MountedFile> files, ConfigurationLocations locations) {
        return files.stream()
                .flatMap(file -> locations.rank(file).map(rank -> new Ranked(rank, file(file, locations))).stream())
                .sorted(Comparator.comparing(Ranked::rank)
                        .thenComparing(ranked -> !ranked.file().profile().isEmpty())
                        .thenComparing(ranked -> ranked.file().isProperties()))
                .map(Ranked::file)
                .toList();
    }

    private Map<String, Documents> others(List<MountedFile> files, ConfigurationLocations locations) {
        var others = new LinkedHashMap<String, Documents>();
        files.stream()
                .filter(file -> locations.rank(file).isEmpty())
                .forEach(file -> others.put(file.path(), read(file.text())));
        return others;
    }

    private ApplicationFile file(MountedFile file, ConfigurationLocations locations) {
        var path = file.text().file();
        var folder = Optional.ofNullable(path.getParent()).orElse(path);
        return new ApplicationFile(folder, path, false, true, locations.profileOf(file), read(file.text()));
    }

    private Documents read(SourceText text) {
        var place = new Place(text.file().toString(), text.holder().toString(), text.firstLine());
        return read.computeIfAbsent(place, any -> {
            var documents = Documents.read(text);
            documents.problems().forEach(facts::problem);
            return documents;
        });
    }
}
