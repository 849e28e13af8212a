package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.Link;
import dev.tautline.link.Workload;
import dev.tautline.link.reader.Configuration;
import dev.tautline.link.reader.ConfigurationReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A folder of files that a test writes and reads.
record Reading(Path folder) {
    Reading file(String name, String text) {
        try {
            var path = folder.resolve(name);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    Configuration read() {
        return new ConfigurationReader(Map.of(), Optional.empty()).read(List.of(folder), List.of());
    }

    Link link() {
        return read().link();
    }

    Workload workload(String name) {
        return link().platform().workloads().stream()
                .filter(workload -> workload.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// A place as `file:line:column` below the folder.
    String told(Object place) {
        return place.toString().replace(folder + "/", "");
    }
}
