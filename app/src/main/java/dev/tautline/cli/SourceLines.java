package dev.tautline.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The lines of one file. What may be shown of a line depends on those around it: the value of an environment variable
/// stands below its name, and in a Secret of Kubernetes every value is one.
record SourceLines(String file, List<String> lines) {
    private static final Pattern SECRET_MANIFEST = Pattern.compile("[\"']?kind[\"']?\\s*:\\s*[\"']?\\w*Secret\\b.*");
    private static final Pattern VALUE = Pattern.compile("\\s*(?:-\\s+)?[\"']?value[\"']?\\s*[:=].*");
    private static final String KEY_BEGINS = "-----BEGIN";
    private static final String KEY_ENDS = "-----END";
    /// Far more than a key or a manifest has; keeps the look around a line cheap.
    private static final int MAX_LINES_AROUND = 2000;

    SourceLines {
        lines = List.copyOf(lines);
    }

    Optional<MaskedLine> line(int number) {
        if (number < 1 || number > lines.size()) {
            return Optional.empty();
        }
        var written = lines.get(number - 1);
        return Optional.of(new MaskedLine(
                written, isSecretByPlace(number - 1) ? SecretWords.valueMasked(written) : SecretWords.masked(written)));
    }

    private boolean isSecretByPlace(int index) {
        return holdsOnlySecrets()
                || isInKey(index)
                || isInSecretManifest(index)
                || isBelowSecret(index)
                || isAboveItsName(index)
                || continuesSecret(index);
    }

    /// pgbouncer's `userlist.txt` and libpq's `.pgpass`.
    private boolean holdsOnlySecrets() {
        var name = file.toLowerCase(Locale.ROOT);
        return name.contains("userlist") || name.contains("pgpass");
    }

    private boolean isInKey(int index) {
        var first = Math.max(0, index - MAX_LINES_AROUND);
        for (int i = index; i >= first; i--) {
            if (lines.get(i).contains(KEY_BEGINS)) {
                return true;
            }
            if (lines.get(i).contains(KEY_ENDS)) {
                return i == index;
            }
        }
        return false;
    }

    private boolean isInSecretManifest(int index) {
        return anyInDocument(index, -1) || anyInDocument(index, 1);
    }

    private boolean anyInDocument(int index, int step) {
        for (int i = index; i >= 0 && i < lines.size() && Math.abs(i - index) <= MAX_LINES_AROUND; i += step) {
            if (SECRET_MANIFEST.matcher(lines.get(i).strip()).matches()) {
                return true;
            }
            if (lines.get(i).startsWith("---")) {
                return false;
            }
        }
        return false;
    }

    /// Whether a line that this one is indented under names a secret: `password: |`, `- name: DB_PASSWORD`.
    private boolean isBelowSecret(int index) {
        var indent = indent(lines.get(index));
        var first = Math.max(0, index - MAX_LINES_AROUND);
        for (int i = index - 1; i >= first && indent > 0; i--) {
            var above = lines.get(i);
            if (!above.isBlank() && indent(above) < indent) {
                indent = indent(above);
                if (SecretWords.in(above)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// `- value: …` before `name: DB_PASSWORD`.
    private boolean isAboveItsName(int index) {
        if (!VALUE.matcher(lines.get(index)).matches()) {
            return false;
        }
        return lines.stream()
                .skip(index + 1L)
                .limit(MAX_LINES_AROUND)
                .takeWhile(line ->
                        !line.isBlank() && !line.strip().startsWith("-") && indent(line) >= indent(lines.get(index)))
                .anyMatch(SecretWords::in);
    }

    /// A backslash at the end of a line of `.properties` joins the next one to it.
    private boolean continuesSecret(int index) {
        var first = Math.max(0, index - MAX_LINES_AROUND);
        for (int i = index - 1; i >= first && lines.get(i).endsWith("\\"); i--) {
            if (SecretWords.in(lines.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
