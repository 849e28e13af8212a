package dev.tautline.config;

import dev.tautline.check.policy.Baseline;
import dev.tautline.check.policy.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The baseline as a file: JSON, sorted, one finding per entry, so that a difference reads well.
public final class BaselineFile {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int VERSION = 1;

    private BaselineFile() {}

    /// Reads a baseline.
    ///
    /// @throws TautFileUnusable when it cannot be read or is no baseline
    public static Baseline read(Path file) {
        try {
            var root = MAPPER.readTree(Files.readString(file));
            if (root.path("version").asInt(0) != VERSION
                    || !root.path("findings").isArray()) {
                throw unusable(file, "no baseline of version " + VERSION + "; write it with --write-baseline");
            }
            var counts = new TreeMap<Fingerprint, Integer>();
            root.path("findings").forEach(entry -> counts.merge(fingerprint(file, entry), count(entry), Integer::sum));
            return new Baseline(file, counts);
        } catch (IOException unreadable) {
            throw unusable(file, "cannot be read (" + unreadable.getClass().getSimpleName() + ")");
        } catch (JacksonException malformed) {
            var at = malformed.getLocation();
            throw unusable(file, "not JSON, line " + (at == null ? "?" : at.getLineNr()));
        }
    }

    /// Writes it whole or not at all.
    ///
    /// @throws TautFileUnusable when it cannot be written
    public static void write(Baseline baseline) {
        var root = MAPPER.createObjectNode().put("version", VERSION);
        var findings = root.putArray("findings");
        baseline.counts()
                .forEach((fingerprint, count) -> findings.addObject()
                        .put("path", fingerprint.path())
                        .put("rule", fingerprint.rule())
                        .put("key", fingerprint.key())
                        .put("count", count));
        var text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        try {
            WholeFile.write(baseline.file(), text);
        } catch (IOException unwritable) {
            throw unusable(
                    baseline.file(),
                    "cannot be written (" + unwritable.getClass().getSimpleName() + ")");
        }
    }

    private static Fingerprint fingerprint(Path file, JsonNode entry) {
        return new Fingerprint(text(file, entry, "rule"), text(file, entry, "path"), text(file, entry, "key"));
    }

    private static String text(Path file, JsonNode entry, String name) {
        var value = entry.path(name);
        if (!value.isString()) {
            throw unusable(file, "an entry of 'findings' lacks '" + name + "'");
        }
        return value.asString();
    }

    private static int count(JsonNode entry) {
        return Math.max(1, entry.path("count").asInt(1));
    }

    private static TautFileUnusable unusable(Path file, String why) {
        return new TautFileUnusable(List.of(file + ": " + why));
    }
}
