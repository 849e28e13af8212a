package dev.tautline.link.reader;

import dev.tautline.link.Stage;
import dev.tautline.settings.Origin;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Where files lie below what is reviewed.
final class Places {
    private final List<Path> roots;

    Places(Collection<Path> roots) {
        this.roots =
                roots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
    }

    Stage stageOf(Path path) {
        return Stage.of(relative(path));
    }

    /// What the place of something says, or `otherwise` when it says nothing.
    Stage stageOf(Origin origin, Stage otherwise) {
        var byPlace = origin.place().map(Origin.InFile::file).map(this::stageOf).orElse(Stage.UNKNOWN);
        return byPlace == Stage.UNKNOWN ? otherwise : byPlace;
    }

    /// The path from the innermost reviewed folder that holds it; empty for that folder itself, and for
    /// paths outside.
    private Path relative(Path path) {
        var absolute = path.toAbsolutePath().normalize();
        return roots.stream()
                .filter(absolute::startsWith)
                .max(Comparator.comparingInt(Path::getNameCount))
                .map(root -> root.relativize(absolute))
                .orElse(Path.of(""));
    }
}
