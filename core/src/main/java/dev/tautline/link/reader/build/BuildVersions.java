package dev.tautline.link.reader.build;

import dev.tautline.settings.Product;
import dev.tautline.settings.Version;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Versions.Detected;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/// The versions of Spring Boot, pool and driver that a build file leads to. Where it names only Spring Boot,
/// the versions are those that this Spring Boot manages, if we read its list; otherwise they stay unknown.
final class BuildVersions {
    /// Read from the `spring-boot-dependencies` of each version.
    private static final List<Managed> MANAGED = List.of(
            new Managed(Version.of("2.7.18"), "4.0.3", "42.3.8"),
            new Managed(Version.of("3.4.10"), "5.1.0", "42.7.7"),
            new Managed(Version.of("3.5.6"), "6.3.3", "42.7.7"),
            new Managed(Version.of("4.1.1"), "7.0.2", "42.7.13"),
            new Managed(Version.of("4.1.2"), "7.0.2", "42.7.14"));

    private record Managed(Version boot, String hikari, String pgjdbc) {
        boolean isSameMinorAs(Version other) {
            return other.numbers().size() > 1
                    && boot.numbers().subList(0, 2).equals(other.numbers().subList(0, 2));
        }
    }

    private BuildVersions() {}

    static Versions of(MavenFile pom) {
        var detected = new EnumMap<Product, Detected>(Product.class);
        var boot = pom.versionOf("org.springframework.boot", "spring-boot-starter-parent")
                .or(() -> pom.versionOf("org.springframework.boot", "spring-boot-dependencies"))
                .or(() -> pom.property("spring-boot.version"));
        boot.ifPresent(value -> {
            detected.put(Product.SPRING_BOOT, plain(value));
            managedBy(value, detected);
        });
        pom.property("hikaricp.version").ifPresent(value -> detected.put(Product.HIKARICP, plain(value)));
        pom.property("postgresql.version").ifPresent(value -> detected.put(Product.PGJDBC, plain(value)));
        pom.versionOf("com.zaxxer", "HikariCP").ifPresent(value -> detected.put(Product.HIKARICP, plain(value)));
        pom.versionOf("org.postgresql", "postgresql").ifPresent(value -> detected.put(Product.PGJDBC, plain(value)));
        return new Versions(detected);
    }

    private static void managedBy(MavenFile.Value bootValue, EnumMap<Product, Detected> detected) {
        var boot = Version.of(bootValue.text());
        exact(boot).or(() -> sameMinor(boot)).ifPresent(managed -> {
            var how = managed.boot().equals(boot)
                    ? "managed by Spring Boot " + boot
                    : "assumed: Spring Boot " + managed.boot() + " manages it, " + boot + " was not read";
            detected.put(Product.HIKARICP, new Detected(Version.of(managed.hikari()), bootValue.origin(), how));
            detected.put(Product.PGJDBC, new Detected(Version.of(managed.pgjdbc()), bootValue.origin(), how));
        });
    }

    private static Optional<Managed> exact(Version boot) {
        return MANAGED.stream().filter(managed -> managed.boot().equals(boot)).findFirst();
    }

    private static Optional<Managed> sameMinor(Version boot) {
        return MANAGED.reversed().stream()
                .filter(managed -> managed.isSameMinorAs(boot))
                .findFirst();
    }

    private static Detected plain(MavenFile.Value value) {
        return new Detected(Version.of(value.text()), value.origin(), "");
    }
}
