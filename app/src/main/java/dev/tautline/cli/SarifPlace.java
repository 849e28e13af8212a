package dev.tautline.cli;

import dev.tautline.settings.Origin;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import tools.jackson.databind.node.ObjectNode;

/// Places as SARIF 2.1.0 writes them (section 3.28).
final class SarifPlace {
    private SarifPlace() {}

    /// Fills in a `location`.
    static void location(ObjectNode node, Origin.InFile place) {
        var physical = node.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(place.file()));
        physical.putObject("region").put("startLine", place.line()).put("startColumn", place.column());
    }

    /// Relative where the path was given so: SARIF resolves it against the repository.
    static String uri(Path file) {
        if (file.isAbsolute()) {
            return file.toUri().toString();
        }
        var path = file.toString().replace('\\', '/');
        try {
            // A colon in the first part would be taken for a scheme (RFC 3986, 4.2).
            return new URI(null, null, path.split("/", 2)[0].contains(":") ? "./" + path : path, null).toASCIIString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("a path is always quoted: " + file, impossible);
        }
    }
}
