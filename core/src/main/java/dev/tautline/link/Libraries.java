package dev.tautline.link;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The libraries that a build file declares, by artifact name; empty where no build file was found, which is
/// not the same as none declared. `excluded` are those that it keeps out although others bring them.
public record Libraries(Optional<Set<String>> artifacts, Set<String> excluded) {
    public static final Libraries UNKNOWN = new Libraries(Optional.empty());

    private static final Set<String> JPA = Set.of(
            "spring-boot-starter-data-jpa",
            "spring-data-jpa",
            "hibernate-core",
            "spring-boot-hibernate",
            "quarkus-hibernate-orm",
            "quarkus-hibernate-orm-panache",
            "quarkus-hibernate-orm-panache-kotlin",
            "micronaut-hibernate-jpa",
            "dropwizard-hibernate",
            "eclipselink");
    private static final Set<String> WEB = Set.of(
            "spring-boot-starter-web",
            "spring-boot-starter-webmvc",
            "spring-boot-starter-webflux",
            "spring-boot-starter-jersey",
            "spring-boot-starter-tomcat",
            "spring-boot-starter-jetty",
            "spring-webmvc",
            "quarkus-rest",
            "quarkus-rest-jackson",
            "quarkus-rest-jsonb",
            "quarkus-resteasy",
            "quarkus-resteasy-jackson",
            "quarkus-resteasy-jsonb",
            "quarkus-resteasy-reactive",
            "quarkus-resteasy-reactive-jackson",
            "quarkus-undertow",
            "quarkus-grpc",
            "micronaut-http-server-netty",
            "micronaut-http-server-jetty",
            "micronaut-http-server-tomcat",
            "micronaut-servlet",
            "dropwizard-core",
            "jakarta.servlet-api",
            "javax.servlet-api",
            "servlet-api",
            "jakarta.jakartaee-api",
            "jakarta.jakartaee-web-api",
            "javaee-api",
            "javaee-web-api",
            "jakarta.ws.rs-api",
            "play",
            "play_2.13",
            "play_3");

    private static final Pattern FLYWAY =
            Pattern.compile("flyway-(core|database-.+|mysql|sqlserver|firebird|singlestore)"
                    + "|spring-boot(-starter)?-flyway|quarkus-flyway|micronaut-flyway");
    private static final Set<String> LIQUIBASE = Set.of(
            "liquibase-core",
            "spring-boot-liquibase",
            "spring-boot-starter-liquibase",
            "quarkus-liquibase",
            "micronaut-liquibase");

    public Libraries {
        artifacts = artifacts.map(Set::copyOf);
        excluded = Set.copyOf(excluded);
    }

    public Libraries(Optional<Set<String>> artifacts) {
        this(artifacts, Set.of());
    }

    /// Whether a library is known to be declared.
    public boolean has(String artifact) {
        return artifacts.map(all -> all.contains(artifact)).orElse(false);
    }

    /// Whether a library is known to be kept out.
    public boolean excludes(String artifact) {
        return excluded.contains(artifact);
    }

    /// Whether the application maps objects with JPA; empty when that cannot be told.
    public Optional<Boolean> hasJpa() {
        return artifacts.map(all -> all.stream().anyMatch(JPA::contains));
    }

    /// Whether the application answers web requests; empty when that cannot be told.
    public Optional<Boolean> hasWeb() {
        return artifacts.map(all -> all.stream().anyMatch(WEB::contains));
    }

    /// Whether Flyway is here: itself, what Spring Boot adds to it, or its part for a database, which brings it along
    /// (`flyway-database-postgresql`, `flyway-mysql`); empty when that cannot be told.
    public Optional<Boolean> hasFlyway() {
        return artifacts.map(all -> all.stream().anyMatch(FLYWAY.asMatchPredicate()));
    }

    /// Whether Liquibase is here; empty when that cannot be told.
    public Optional<Boolean> hasLiquibase() {
        return artifacts.map(all -> all.stream().anyMatch(LIQUIBASE::contains));
    }

    /// Whether one of these artifacts is declared; empty when that cannot be told.
    public Optional<Boolean> hasAny(String... names) {
        return artifacts.map(all -> Stream.of(names).anyMatch(all::contains));
    }
}
