package dev.tautline.link.reader.compose;

import dev.tautline.link.Stage;
import dev.tautline.link.reader.format.YamlTree;
import java.nio.file.Path;
import java.util.Map;

/// The files that Compose is started with, as one. `unit` tells it from others; `name` is what Compose calls
/// it, by default its folder.
record Project(String unit, String name, Path folder, Stage stage, Map<String, Service> services, YamlTree root) {
    /// One service, and the values that its file's variables have.
    record Service(String name, YamlTree tree, Interpolation values, Path folder) {}

    /// Whether a network, volume or secret is made by something else.
    boolean isExternal(String kind, String key) {
        return root.text(kind, key, "external")
                        .map(external -> external.text().equals("true"))
                        .orElse(false)
                || root.at(kind, key, "external", "name").isPresent();
    }
}
