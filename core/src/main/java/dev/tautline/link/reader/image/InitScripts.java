package dev.tautline.link.reader.image;

import dev.tautline.link.DatabaseImage;
import dev.tautline.link.Mount;
import dev.tautline.link.Workload;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Included;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.TextFiles;
import dev.tautline.settings.Origin;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The scripts that an image runs when it makes its database (docker-library/postgres,
/// `docker-entrypoint.sh`, "docker_process_init_files"; the same folder in Bitnami's), in the order of their names.
final class InitScripts {
    private static final String FOLDER = "/docker-entrypoint-initdb.d";

    private final Facts facts;
    private final TextFiles texts;

    InitScripts(Facts facts) {
        this.facts = facts;
        this.texts = new TextFiles(facts.problems());
    }

    List<SourceText> of(Workload workload, DatabaseImage image) {
        var ofFolders = image.container().mounts().stream()
                .filter(mount ->
                        mount.kind() == Mount.Kind.HOST_FOLDER && mount.path().startsWith(FOLDER))
                .flatMap(this::files);
        var stored = facts.mountedInto(workload).stream()
                .filter(file -> file.path().startsWith(FOLDER))
                .map(file -> new SourceText(
                        Path.of(file.path()),
                        file.text().holder(),
                        file.text().text(),
                        file.text().firstLine(),
                        file.text().indent()));
        return Stream.concat(ofFolders, stored)
                .filter(InitScripts::isRun)
                .sorted(Comparator.comparing(SourceText::name))
                .toList();
    }

    private Stream<SourceText> files(Mount mount) {
        return Stream.of(mount.origin())
                .flatMap(origin -> origin.place().stream())
                .map(Origin.InFile::file)
                .flatMap(from -> mount.source().stream()
                        .flatMap(source ->
                                Included.folder(from, source, "")
                                        .or(() -> Included.file(from, source).map(List::of))
                                        .stream()))
                .flatMap(List::stream)
                .filter(file -> isRun(SourceText.of(file, "")))
                .flatMap(file -> text(file).stream());
    }

    private Optional<SourceText> text(Path file) {
        return texts.read(file).map(text -> SourceText.of(file, text));
    }

    /// Compressed ones are run, too, but not read here.
    private static boolean isRun(SourceText script) {
        return script.name().endsWith(".sql") || script.name().endsWith(".sh");
    }
}
