package dev.tautline.link.reader.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Files of one kind that may include each other. One that another includes is part of that one, wherever the
/// two were found, so which files stand for themselves is known when all were read.
public final class TopFiles<T> {
    /// One file with all that it includes.
    public record Read<T>(SourceText source, T content) {}

    private final List<Read<T>> read = new ArrayList<>();
    private final Set<Path> included = new HashSet<>();

    /// Adds what was read of a file and of those that it includes.
    public void add(SourceText source, T content, Collection<Path> includes) {
        read.add(new Read<>(source, content));
        includes.forEach(file -> included.add(file.toAbsolutePath().normalize()));
    }

    /// The files that no other one includes, in the order in which they were read.
    public List<Read<T>> all() {
        return read.stream()
                .filter(one ->
                        !included.contains(one.source().file().toAbsolutePath().normalize()))
                .toList();
    }
}
