package dev.tautline.link.reader.build;

import dev.tautline.settings.Product;
import dev.tautline.settings.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The versions of libraries that one version of Spring Boot brings, from a table that says itself where it was
/// read. The table is opened only when a build names Spring Boot.
record ManagedVersions(Version boot, Map<Product, Version> versions) {
    private static final String TABLE = "spring-boot-managed.csv";
    /// The columns behind Spring Boot's own version.
    private static final List<Product> COLUMNS = List.of(
            Product.HIKARICP,
            Product.PGJDBC,
            Product.CONNECTOR_J,
            Product.MARIADB_DRIVER,
            Product.TOMCAT_JDBC,
            Product.DBCP2,
            Product.HIBERNATE);

    ManagedVersions {
        versions = Map.copyOf(versions);
    }

    /// What `wanted` brings, or, where the table lacks it, what the last version before it in the same line did,
    /// or else the next one; empty for a line that the table lacks.
    static Optional<ManagedVersions> of(Version wanted) {
        var line = table().stream().filter(row -> row.isSameMinorAs(wanted)).toList();
        return line.reversed().stream()
                .filter(row -> wanted.isAtLeast(row.boot))
                .findFirst()
                .or(() -> line.stream().findFirst());
    }

    private boolean isSameMinorAs(Version other) {
        return other.numbers().size() > 1
                && boot.numbers().subList(0, 2).equals(other.numbers().subList(0, 2));
    }

    static List<ManagedVersions> table() {
        try (var stream = ManagedVersions.class.getResourceAsStream(TABLE)) {
            if (stream == null) {
                throw new IllegalStateException(TABLE + " is missing from the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(ManagedVersions::row)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + TABLE, unreadable);
        }
    }

    private static ManagedVersions row(String line) {
        var cells = line.split(",", -1);
        var versions = new EnumMap<Product, Version>(Product.class);
        for (int i = 0; i < COLUMNS.size(); i++) {
            versions.put(COLUMNS.get(i), Version.of(cells[i + 1]));
        }
        return new ManagedVersions(Version.of(cells[0]), versions);
    }
}
