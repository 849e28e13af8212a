package dev.tautline.link.reader.format;

import dev.tautline.settings.Problem;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Files that other files name, such as an `env_file`. Only plain files that are named relative to the file
/// naming them are opened: no links, no devices, no absolute paths of somebody's machine.
public final class NamedFiles {
    private final TextFiles texts;
    private final Map<Path, Optional<SourceText>> known = new HashMap<>();

    public NamedFiles(Collection<Problem> problems) {
        this.texts = new TextFiles(problems);
    }

    /// The file that `name` means in `folder`; empty when it is not there.
    public Optional<SourceText> find(Path folder, String name) {
        return resolve(folder, name).flatMap(path -> known.computeIfAbsent(path, this::open));
    }

    /// The path that `name` means in `folder`; empty for what cannot be a file of the repository.
    public static Optional<Path> resolve(Path folder, String name) {
        try {
            var path = Path.of(name);
            return name.isBlank() || path.isAbsolute() || name.startsWith("~")
                    ? Optional.empty()
                    : Optional.of(folder.resolve(path).normalize());
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    private Optional<SourceText> open(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                ? texts.read(path).map(text -> SourceText.of(path, text))
                : Optional.empty();
    }
}
