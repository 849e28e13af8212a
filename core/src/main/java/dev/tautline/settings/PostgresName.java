package dev.tautline.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The name of a setting that PostgreSQL has or had, whether a rule judges its value or not: the versions that have
/// it, and what took its place. A server refuses to start with a name that its version does not have.
public record PostgresName(String name, Version since, Optional<Version> gone, Optional<String> instead) {
    private static final String TABLE = "postgres-names.csv";
    private static final int COLUMNS = 4;
    /// A name with a dot is an extension's, and one with other signs is filled in by a template engine.
    private static final Pattern OWN = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*");

    /// The table is opened only when somebody asks for a name that no rule judges.
    private static final class Table {
        private static final Map<String, PostgresName> BY_NAME = read();

        private static Map<String, PostgresName> read() {
            try (var stream = PostgresName.class.getResourceAsStream(TABLE)) {
                if (stream == null) {
                    throw new IllegalStateException(TABLE + " is missing from the class path");
                }
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(PostgresName::row)
                        .collect(Collectors.toUnmodifiableMap(
                                one -> one.name().toLowerCase(Locale.ROOT), Function.identity()));
            } catch (IOException unreadable) {
                throw new UncheckedIOException("cannot read " + TABLE, unreadable);
            }
        }
    }

    private static PostgresName row(String line) {
        var cells = line.split(",", COLUMNS);
        return new PostgresName(
                cells[0],
                Version.of(cells[1]),
                Optional.of(cells[2]).filter(cell -> !cell.isEmpty()).map(Version::of),
                Optional.of(cells[3]).filter(cell -> !cell.isEmpty()));
    }

    /// The setting of this name; letters' case does not count.
    public static Optional<PostgresName> find(String name) {
        return Optional.ofNullable(Table.BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    /// The name that was probably meant.
    public static Optional<String> nearest(String name) {
        return Nearest.to(
                name,
                Table.BY_NAME.values().stream()
                        .filter(one -> one.gone().isEmpty())
                        .map(PostgresName::name)
                        .toList());
    }

    /// All of them, in no particular order.
    public static Collection<PostgresName> all() {
        return Table.BY_NAME.values();
    }

    public boolean isIn(Version version) {
        return version.isAtLeast(since) && gone.filter(version::isAtLeast).isEmpty();
    }

    /// Puts one setting of a server: under its key, or, where the vocabulary has none of that name, as a stray.
    public static void put(Settings.Builder settings, String name, Written written) {
        put(settings, name, written, Product.POSTGRESQL);
    }

    /// The same for one that `through` hands to the server.
    public static void put(Settings.Builder settings, String name, Written written, Product through) {
        PostgresKeys.VOCABULARY.findIgnoringCase(name).ifPresentOrElse(key -> settings.put(key, written), () -> {
            if (OWN.matcher(name).matches()) {
                settings.stray(new Settings.Stray(through, name, written));
            }
        });
    }
}
