package dev.tautline.targets;

import dev.tautline.settings.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The password file of libpq and pgjdbc, `PGPASSFILE` or `~/.pgpass` (PostgreSQL manual 18, "The Password File"):
/// `HOST:PORT:DATABASE:USER:PASSWORD`, `*` for anything, the first line that fits. A backslash takes the meaning from
/// the letter behind it.
final class PasswordFile {
    private static final int FIELDS = 4;
    private static final EnumSet<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private final List<String> lines;

    private PasswordFile(List<String> lines) {
        this.lines = lines;
    }

    /// Reads the file of these surroundings. One that others may read is left out with a warning, as libpq does.
    static PasswordFile read(Surroundings around, Consumer<String> warnings) {
        var named = Optional.ofNullable(around.environment().get("PGPASSFILE")).filter(text -> !text.isBlank());
        var file = named.map(Path::of).orElse(around.home().resolve(".pgpass"));
        if (!Files.isRegularFile(file)) {
            named.ifPresent(_ -> warnings.accept("PGPASSFILE: no file " + file));
            return new PasswordFile(List.of());
        }
        try {
            if (isOpenToOthers(file)) {
                warnings.accept(file + " is left out, because others may read it; chmod 600 " + file);
                return new PasswordFile(List.of());
            }
            return new PasswordFile(ShortText.lenient(file).lines().toList());
        } catch (IOException e) {
            warnings.accept(file + ": cannot be read (" + Unreadable.why(file, e) + ")");
            return new PasswordFile(List.of());
        }
    }

    /// Windows has no such permissions; libpq checks nothing there.
    private static boolean isOpenToOthers(Path file) throws IOException {
        return Files.getFileStore(file).supportsFileAttributeView("posix")
                && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
    }

    Optional<Secret> password(String host, int port, String database, String user) {
        var wanted = List.of(host, Integer.toString(port), database, user);
        return lines.stream()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> rest(line, wanted).stream())
                .findFirst()
                .map(Secret::of);
    }

    /// The password of a line whose fields all fit.
    private static Optional<String> rest(String line, List<String> wanted) {
        int from = 0;
        for (int field = 0; field < FIELDS; field++) {
            int end = endOfField(line, from);
            if (end == line.length() || !fits(line.substring(from, end), wanted.get(field))) {
                return Optional.empty();
            }
            from = end + 1;
        }
        return Optional.of(unescaped(line.substring(from, endOfField(line, from))));
    }

    private static boolean fits(String written, String wanted) {
        return written.equals("*") || unescaped(written).equals(wanted);
    }

    private static int endOfField(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) != ':') {
            at += line.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at, line.length());
    }

    private static String unescaped(String text) {
        return text.replaceAll("\\\\(.)", "$1");
    }
}
