package dev.tautline.link.reader.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.Container;
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

/// A folder with files in it, and what the reader makes of them.
record ComposeFolder(Path path) {
    ComposeFolder with(String name, String text) {
        var file = path.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return this;
    }

    Configuration read() {
        return new ConfigurationReader(Map.of(), Optional.empty()).read(List.of(path), List.of());
    }

    /// The service of that name, in a project of which no problem is reported.
    Workload service(String name) {
        var configuration = read();
        assertThat(configuration.problems()).isEmpty();
        return configuration.link().platform().workloads().stream()
                .filter(workload -> workload.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Container container(String service) {
        return service(service).containers().getFirst();
    }

    /// The text of a variable and its place in this folder: `50 at .env:1:9`.
    String variable(String service, String name) {
        var value = service(service).variable(name).orElseThrow().value();
        return value.text() + " at " + place(value.origin().toString());
    }

    String place(String origin) {
        return origin.replace(path + "/", "");
    }
}
