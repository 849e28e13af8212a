package dev.tautline.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32;

/// Where a guard keeps its history when nobody says where: below the home of states (XDG Base Directory 0.8), a folder
/// for each `taut.yaml`, so that the guards of two of them do not meet.
public final class StateFolder {
    private StateFolder() {}

    public static Path of(Path tautFile, Map<String, String> environment, Path home) {
        var absolute = tautFile.toAbsolutePath().normalize();
        var states = environment.getOrDefault("XDG_STATE_HOME", "");
        // The specification: a relative path is invalid and to be ignored.
        var root = states.startsWith("/") ? Path.of(states) : home.resolve(".local/state");
        return root.resolve("tautline").resolve(name(absolute));
    }

    private static String name(Path file) {
        var sum = new CRC32();
        sum.update(file.toString().getBytes(UTF_8));
        var parent = file.getParent();
        var folder = parent == null || parent.getFileName() == null
                ? "root"
                : parent.getFileName().toString();
        return folder + "-" + HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
