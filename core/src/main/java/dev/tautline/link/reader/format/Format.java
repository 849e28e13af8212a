package dev.tautline.link.reader.format;

import java.nio.file.Path;

/// One kind of configuration file: which files are of that kind, and what one of them says. An instance
/// belongs to one run of the reader and may gather until [#finish]; it is not thread-safe.
public interface Format {
    /// Whether a file may be of this kind, by its path alone: tens of thousands of files are asked, none is
    /// opened.
    boolean mayBe(Path file);

    /// Whether a text is of this kind; asked only when the path fits.
    default boolean recognises(SourceText source) {
        return true;
    }

    /// Adds what the file says and answers whether it could be read at all. What cannot be read becomes a
    /// problem among the facts, and the rest is read on.
    boolean read(SourceText source, Facts facts);

    /// Called once, after all files of all formats: adds what only follows from several files.
    default void finish(Facts facts) {}
}
