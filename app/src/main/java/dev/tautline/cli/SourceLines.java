package dev.tautline.cli;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The lines of one file. What may be shown of a line depends on those around it: the value of an environment variable
/// stands below its name, and in a Secret of Kubernetes every value is one. The whole file is looked through once, so
/// that thousands of findings in it cost no more than one.
final class SourceLines {
    private static final Pattern SECRET_MANIFEST = Pattern.compile("[\"']?kind[\"']?\\s*:\\s*[\"']?\\w*Secret\\b.*");
    private static final Pattern VALUE = Pattern.compile("\\s*(?:-\\s+)?[\"']?value[\"']?\\s*[:=].*");
    private static final String KEY_BEGINS = "-----BEGIN";
    private static final String KEY_ENDS = "-----END";
    private static final String DOCUMENT = "---";
    /// Far more than an item of a list has; keeps the look below a line cheap.
    private static final int MAX_LINES_BELOW = 200;

    private final List<String> lines;
    private final boolean holdsOnlySecrets;
    /// Lines of private keys, of documents that are Secrets, and below names of secrets.
    private final BitSet secret = new BitSet();

    SourceLines(String file, List<String> lines) {
        this.lines = List.copyOf(lines);
        this.holdsOnlySecrets = holdsOnlySecrets(file.toLowerCase(Locale.ROOT));
        markKeys();
        markSecretManifests();
        markBelowSecrets();
        markContinued();
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
        return holdsOnlySecrets || secret.get(index) || isAboveItsName(index);
    }

    /// pgbouncer's `userlist.txt` and libpq's `.pgpass`.
    private static boolean holdsOnlySecrets(String name) {
        return name.contains("userlist") || name.contains("pgpass");
    }

    private void markKeys() {
        var isInKey = false;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var begins = line.lastIndexOf(KEY_BEGINS);
            var ends = line.lastIndexOf(KEY_ENDS);
            if (isInKey || begins >= 0 || ends >= 0) {
                secret.set(i);
            }
            isInKey = begins > ends || (isInKey && ends < 0);
        }
    }

    private void markSecretManifests() {
        var first = 0;
        var isSecret = false;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(DOCUMENT)) {
                mark(first, i, isSecret);
                first = i;
                isSecret = false;
            }
            isSecret |= SECRET_MANIFEST.matcher(lines.get(i).strip()).matches();
        }
        mark(first, lines.size(), isSecret);
    }

    private void mark(int from, int to, boolean isSecret) {
        if (isSecret) {
            secret.set(from, to);
        }
    }

    /// Lines that are indented under one which names a secret: `password: |`, `- name: DB_PASSWORD`.
    private void markBelowSecrets() {
        var above = new ArrayDeque<Above>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (!line.isBlank()) {
                var indent = indent(line);
                while (!above.isEmpty() && above.getLast().indent() >= indent) {
                    above.removeLast();
                }
                var isBelow = !above.isEmpty() && above.getLast().isSecret();
                mark(i, i + 1, isBelow);
                above.addLast(new Above(indent, isBelow || SecretWords.in(line)));
            }
        }
    }

    private record Above(int indent, boolean isSecret) {}

    /// `- value: …` before `name: DB_PASSWORD`.
    private boolean isAboveItsName(int index) {
        if (!VALUE.matcher(lines.get(index)).matches()) {
            return false;
        }
        var last = Math.min(lines.size(), index + 1 + MAX_LINES_BELOW);
        return lines.subList(index + 1, last).stream()
                .takeWhile(line ->
                        !line.isBlank() && !line.strip().startsWith("-") && indent(line) >= indent(lines.get(index)))
                .anyMatch(SecretWords::in);
    }

    /// A backslash at the end of a line of `.properties` joins the next one to it.
    private void markContinued() {
        var isSecret = false;
        for (int i = 0; i < lines.size(); i++) {
            mark(i, i + 1, isSecret);
            var goesOn = lines.get(i).endsWith("\\");
            isSecret = goesOn && (isSecret || SecretWords.in(lines.get(i)));
        }
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
