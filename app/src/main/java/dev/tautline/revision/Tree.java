package dev.tautline.revision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/// One side of a comparison: a folder, and how people call it. Closing deletes it when it was unpacked for this.
public final class Tree implements AutoCloseable {
    private final String name;
    private final Path folder;
    private final Optional<Path> temporary;

    Tree(String name, Path folder, Optional<Path> temporary) {
        this.name = name;
        this.folder = folder;
        this.temporary = temporary;
    }

    /// A folder that stays as it is.
    public static Tree of(Path folder) {
        var name = folder.toString();
        return new Tree(name.isEmpty() ? "." : name, folder, Optional.empty());
    }

    public String name() {
        return name;
    }

    public Path folder() {
        return folder;
    }

    /// A text with this tree's files named as people know them: in a repository, from its root on.
    public String shown(String text) {
        return temporary.isEmpty() ? text : text.replace(folder + "/", "").replace(folder.toString(), ".");
    }

    @Override
    public void close() {
        temporary.ifPresent(unpacked -> {
            try {
                Repository.delete(unpacked);
            } catch (IOException e) {
                throw new UncheckedIOException("the temporary folder " + unpacked + " cannot be deleted", e);
            }
        });
    }
}
