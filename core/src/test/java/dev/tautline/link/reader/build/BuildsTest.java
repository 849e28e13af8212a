package dev.tautline.link.reader.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.reader.format.Build;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Product;
import dev.tautline.settings.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildsTest {
    @TempDir
    private Path folder;

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void readsAGroovyScriptsLiteralFormsWithTheirPlaces() {
        write("build.gradle", """
                plugins {
                    // id 'org.springframework.boot' version '1.5.0'
                    id 'org.springframework.boot' version '3.5.6'
                }
                ext['hikaricp.version'] = '6.3.1'
                def pg = '42.7.2'
                dependencies {
                    implementation 'org.springframework.boot:spring-boot-starter-jdbc'
                    implementation("x:y") { exclude group: 'com.zaxxer', module: 'HikariCP' }
                    runtimeOnly "org.postgresql:postgresql:$pg"
                    runtimeOnly group: 'com.mysql', name: 'mysql-connector-j', version: '8.4.0'
                }
                """);

        var build = build("");

        assertThat(told(build, Product.SPRING_BOOT)).isEqualTo("3.5.6 at build.gradle:3:44");
        assertThat(told(build, Product.HIKARICP)).isEqualTo("6.3.1 at build.gradle:5:28");
        assertThat(told(build, Product.PGJDBC)).isEqualTo("42.7.2 at build.gradle:6:11");
        assertThat(told(build, Product.CONNECTOR_J)).startsWith("8.4.0 at ");
        assertThat(build.versions().find(Product.DBCP2).orElseThrow().how()).isEqualTo("managed by Spring Boot 3.5.6");
        assertThat(build.libraries().has("spring-boot-starter-jdbc")).isTrue();
        assertThat(build.libraries().excludes("HikariCP")).isTrue();
    }

    @Test
    void leavesOutTheLibrariesOfTests() {
        write("maven/pom.xml", """
                <project><dependencies>
                  <dependency><groupId>com.h2database</groupId><artifactId>h2</artifactId><scope>test</scope></dependency>
                  <dependency><groupId>org.hsqldb</groupId><artifactId>hsqldb</artifactId><scope>runtime</scope></dependency>
                </dependencies></project>
                """);
        write("gradle/libs.versions.toml", """
                [libraries]
                derby = "org.apache.derby:derby:10.17.1.0"
                """);
        write("build.gradle", """
                dependencies {
                    testRuntimeOnly 'com.h2database:h2:2.4.240'
                    integrationTestImplementation(libs.derby)
                    testImplementation group: 'x', name: 'y', version: '1'
                    runtimeOnly 'org.hsqldb:hsqldb:2.7.4'
                    testImplementation 'org.hsqldb:hsqldb:2.7.4'
                }
                """);

        assertThat(build("maven").libraries().artifacts()).contains(Set.of("hsqldb"));
        assertThat(build("").libraries().artifacts()).contains(Set.of("hsqldb"));
    }

    @Test
    void followsACatalogueAndTheRootOfAKotlinBuild() {
        write("settings.gradle.kts", "rootProject.name = \"shop\"\n");
        write("build.gradle.kts", "plugins { alias(libs.plugins.spring.boot) apply false }\n");
        write("gradle/libs.versions.toml", """
                [versions]
                boot = "4.0.1"
                pg = "42.7.11"
                [libraries]
                postgresql = { module = "org.postgresql:postgresql", version.ref = "pg" }
                web = "org.springframework.boot:spring-boot-starter-web:4.0.1"
                [plugins]
                spring-boot = { id = "org.springframework.boot", version.ref = "boot" }
                """);
        write("gradle.properties", "mysqlVersion=9.1.0\n");
        write("till/build.gradle.kts", """
                dependencies {
                    implementation(libs.web)
                    runtimeOnly(libs.postgresql)
                    runtimeOnly("com.mysql:mysql-connector-j:${mysqlVersion}")
                }
                """);

        var build = build("till");

        assertThat(told(build, Product.SPRING_BOOT)).isEqualTo("4.0.1 at gradle/libs.versions.toml:2:1");
        assertThat(told(build, Product.PGJDBC)).startsWith("42.7.11 at gradle/libs.versions.toml:3:");
        assertThat(told(build, Product.CONNECTOR_J)).startsWith("9.1.0 at gradle.properties:1:");
        assertThat(build.libraries().hasWeb()).contains(true);
    }

    @Test
    void believesALockFileMoreThanTheScript() {
        write("build.gradle", "dependencies { runtimeOnly 'org.postgresql:postgresql:42.6.0' }\n");
        write(
                "gradle.lockfile",
                "# This is a Gradle generated file\norg.postgresql:postgresql:42.7.3=runtimeClasspath\n");

        assertThat(told(build(""), Product.PGJDBC)).isEqualTo("42.7.3 at gradle.lockfile:2:27");
    }

    @Test
    void leavesWhatAScriptComputesUnknown() {
        write("build.gradle", """
                dependencies { runtimeOnly "org.postgresql:postgresql:${versionOf('pg')}" }
                """);

        assertThat(build("").versions().find(Product.PGJDBC)).isEmpty();
        assertThat(build("").libraries().artifacts()).isPresent();
    }

    @Test
    void readsTheNamesOfJarsInFoldersAndInsideAnExecutableJar() throws IOException {
        write("lib/HikariCP-5.1.0.jar", "");
        write("lib/readme.txt", "");
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("till.jar")))) {
            zip.putNextEntry(new ZipEntry("BOOT-INF/lib/postgresql-42.7.3.jar"));
            zip.putNextEntry(new ZipEntry("BOOT-INF/lib/spring-boot-3.4.10.jar"));
            zip.putNextEntry(new ZipEntry("com/x-1.0.jar"));
        }

        var build = build("");

        assertThat(told(build, Product.HIKARICP)).isEqualTo("5.1.0 at lib/HikariCP-5.1.0.jar:1:1");
        assertThat(told(build, Product.PGJDBC)).isEqualTo("42.7.3 at till.jar:1:1");
        assertThat(told(build, Product.SPRING_BOOT)).startsWith("3.4.10 at ");
        assertThat(build.libraries().artifacts().orElseThrow())
                .containsExactlyInAnyOrder("HikariCP", "postgresql", "spring-boot");
    }

    @Test
    void takesTheNearestVersionBeforeOneThatTheTableLacks() {
        assertThat(ManagedVersions.of(Version.of("3.5.8")).orElseThrow().boot().text())
                .isEqualTo("3.5.6");
        assertThat(ManagedVersions.of(Version.of("3.5.6")).orElseThrow().versions())
                .containsEntry(Product.HIKARICP, Version.of("6.3.3"));
        assertThat(ManagedVersions.of(Version.of("1.5.22"))).isEmpty();
        assertThat(ManagedVersions.of(Version.of("3"))).isEmpty();
    }

    @Test
    void tableIsSortedAndWithoutRepetition() {
        assertThat(ManagedVersions.table())
                .extracting(ManagedVersions::boot)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void survivesSenselessFiles() {
        var random = new Random(20260711);
        for (int round = 0; round < 60; round++) {
            for (var name : List.of("build.gradle", "gradle/libs.versions.toml", "gradle.lockfile", "till.jar")) {
                write(name, text(random));
            }
            assertThat(build("").libraries())
                    .as("round " + round + " of seed 20260711")
                    .isNotNull();
        }
    }

    @Test
    void readsALongLineOfQuotesInBoundedTime() {
        write("build.gradle", "group: 'a', name: ".repeat(20_000) + "exclude ".repeat(20_000) + "'a:".repeat(50_000));

        assertThat(build("").libraries().artifacts()).isPresent();
    }

    private static String text(Random random) {
        var signs = "abc:.-'\"=[]{}()$\\ \n\t/*#0123456789";
        var text = new StringBuilder();
        random.ints(random.nextInt(600), 0, signs.length()).forEach(i -> text.append(signs.charAt(i)));
        return text.toString();
    }

    private Build build(String home) {
        return new Builds(problems).in(folder.resolve(home));
    }

    private String told(Build build, Product product) {
        return build.versions()
                .find(product)
                .map(found ->
                        found.version() + " at " + found.origin().toString().replace(folder + "/", ""))
                .orElse("nothing");
    }

    private void write(String name, String text) {
        try {
            var file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
