package dev.tautline.link.reader.build;

import dev.tautline.link.reader.format.PropertiesDocuments;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.TextFiles;
import dev.tautline.settings.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the files of the Gradle build that a folder belongs to: its own script, and up to the folder with the
/// settings, which ends the build.
final class GradleFiles {
    private static final int MAX_LEVELS = 5;
    private static final List<String> SCRIPTS = List.of("build.gradle", "build.gradle.kts");
    private static final List<String> SETTINGS = List.of("settings.gradle", "settings.gradle.kts");

    private final Collection<Problem> problems;
    private final TextFiles texts;
    private final Map<Path, Optional<GradleScript>> scripts = new HashMap<>();
    private final Map<Path, Optional<VersionCatalogue>> catalogues = new HashMap<>();

    GradleFiles(Collection<Problem> problems) {
        this.problems = problems;
        this.texts = new TextFiles(problems);
    }

    /// The build of a folder that has a script of its own.
    Optional<BuildFile> in(Path folder) {
        if (SCRIPTS.stream().noneMatch(name -> Files.isRegularFile(folder.resolve(name)))) {
            return Optional.empty();
        }
        var folders = upToSettings(folder.toAbsolutePath().normalize());
        var found = folders.stream()
                .flatMap(level -> Stream.concat(SCRIPTS.stream(), SETTINGS.stream())
                        .flatMap(name -> script(level.resolve(name)).stream()))
                .toList();
        var catalogue = folders.stream()
                .flatMap(level -> catalogue(level.resolve("gradle").resolve("libs.versions.toml")).stream())
                .findFirst();
        return Optional.of(new GradleBuild(found, properties(folders), catalogue, locked(folder)));
    }

    private static List<Path> upToSettings(Path folder) {
        var folders = new ArrayList<Path>();
        for (var level = folder; level != null && folders.size() < MAX_LEVELS; level = level.getParent()) {
            folders.add(level);
            var here = level;
            if (SETTINGS.stream().anyMatch(name -> Files.isRegularFile(here.resolve(name)))) {
                return folders;
            }
        }
        // Without settings above, the folder is a build of its own.
        return List.of(folder);
    }

    private Optional<GradleScript> script(Path file) {
        return scripts.computeIfAbsent(file, path -> text(path).map(GradleScript::new));
    }

    private Optional<VersionCatalogue> catalogue(Path file) {
        return catalogues.computeIfAbsent(
                file, path -> text(path).flatMap(source -> VersionCatalogue.read(source, problems)));
    }

    private Map<String, BuildFile.Value> properties(List<Path> folders) {
        var values = new HashMap<String, BuildFile.Value>();
        folders.reversed().stream()
                .flatMap(folder -> text(folder.resolve("gradle.properties")).stream())
                .flatMap(source -> new PropertiesDocuments(source).read().documents().stream())
                .flatMap(document -> document.properties().stream())
                .forEach(property ->
                        values.put(property.key(), new BuildFile.Value(property.text(), property.origin())));
        return values;
    }

    /// `group:name:version=configurations`, line by line (Gradle manual, "Locking Versions").
    private Map<String, BuildFile.Value> locked(Path folder) {
        var values = new HashMap<String, BuildFile.Value>();
        text(folder.resolve("gradle.lockfile")).ifPresent(source -> {
            var lines = source.text().lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                var parts = lines.get(i).split("[:=]", -1);
                if (parts.length >= 4 && !lines.get(i).startsWith("#")) {
                    var column = parts[0].length() + parts[1].length() + 3;
                    values.put(
                            parts[0] + ":" + parts[1], new BuildFile.Value(parts[2], source.place(i + 1, column, "")));
                }
            }
        });
        return values;
    }

    private Optional<SourceText> text(Path file) {
        return Files.isRegularFile(file) ? texts.read(file).map(text -> SourceText.of(file, text)) : Optional.empty();
    }
}
