package dev.tautline.link.reader.build;

import dev.tautline.settings.Product;
import dev.tautline.settings.Version;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Versions.Detected;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The versions of framework, pool and driver that a build leads to. Where it names only Spring Boot, the
/// versions are those that this Spring Boot manages, if we read its list; otherwise they stay unknown.
final class BuildVersions {
    /// A product, the property that overrides its version, and the libraries that are it.
    private record Library(Product product, String property, List<String> coordinates) {
        Library(Product product, String property, String... coordinates) {
            this(product, property, List.of(coordinates));
        }
    }

    private static final List<Library> LIBRARIES = List.of(
            new Library(Product.HIKARICP, "hikaricp.version", "com.zaxxer:HikariCP"),
            new Library(Product.PGJDBC, "postgresql.version", "org.postgresql:postgresql"),
            new Library(
                    Product.CONNECTOR_J, "mysql.version", "com.mysql:mysql-connector-j", "mysql:mysql-connector-java"),
            new Library(Product.MARIADB_DRIVER, "mariadb.version", "org.mariadb.jdbc:mariadb-java-client"),
            new Library(Product.TOMCAT_JDBC, "tomcat.version", "org.apache.tomcat:tomcat-jdbc"),
            new Library(Product.DBCP2, "commons-dbcp2.version", "org.apache.commons:commons-dbcp2"),
            new Library(Product.C3P0, "c3p0.version", "com.mchange:c3p0"),
            new Library(
                    Product.DRUID,
                    "druid.version",
                    "com.alibaba:druid",
                    "com.alibaba:druid-spring-boot-starter",
                    "com.alibaba:druid-spring-boot-3-starter"),
            new Library(Product.AGROAL, "agroal.version", "io.agroal:agroal-pool"),
            new Library(
                    Product.HIBERNATE,
                    "hibernate.version",
                    "org.hibernate.orm:hibernate-core",
                    "org.hibernate:hibernate-core"),
            new Library(
                    Product.QUARKUS,
                    "quarkus.platform.version",
                    "io.quarkus.platform:quarkus-bom",
                    "io.quarkus:quarkus-bom"),
            new Library(
                    Product.DROPWIZARD,
                    "dropwizard.version",
                    "io.dropwizard:dropwizard-bom",
                    "io.dropwizard:dropwizard-dependencies",
                    "io.dropwizard:dropwizard-core"),
            new Library(Product.JAVA, "java.version"));

    private BuildVersions() {}

    static Versions of(BuildFile build) {
        var detected = new EnumMap<Product, Detected>(Product.class);
        build.springBoot().ifPresent(value -> {
            detected.put(Product.SPRING_BOOT, plain(value));
            managedBy(value, detected);
        });
        LIBRARIES.forEach(
                library -> written(build, library).ifPresent(value -> detected.put(library.product(), value)));
        return new Versions(detected);
    }

    private static Optional<Detected> written(BuildFile build, Library library) {
        var declared = library.coordinates().stream().flatMap(coordinate -> {
            var colon = coordinate.indexOf(':');
            return build.versionOf(coordinate.substring(0, colon), coordinate.substring(colon + 1)).stream();
        });
        return Stream.concat(declared, build.property(library.property()).stream())
                .filter(value -> !Version.of(value.text()).numbers().isEmpty())
                .findFirst()
                .map(BuildVersions::plain);
    }

    private static void managedBy(BuildFile.Value bootValue, EnumMap<Product, Detected> detected) {
        var boot = Version.of(bootValue.text());
        ManagedVersions.of(boot).ifPresent(managed -> {
            var how = managed.boot().equals(boot)
                    ? "managed by Spring Boot " + boot
                    : "assumed: Spring Boot " + managed.boot() + " manages it, " + boot + " was not read";
            managed.versions()
                    .forEach((product, version) ->
                            detected.put(product, new Detected(version, bootValue.origin(), how)));
        });
    }

    private static Detected plain(BuildFile.Value value) {
        return new Detected(Version.of(value.text()), value.origin(), "");
    }
}
