package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// Of picocli, the one library that the launcher renews.
class RenewedLibraryTest {
    private Path library;
    private Path renewed;

    @BeforeEach
    void renew(@TempDir Path folder) throws IOException, URISyntaxException {
        library = Path.of(URI.create(CommandLine.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        renewed = folder.resolve("renewed.jar");
        RenewedLibrary.renew(library, renewed);
    }

    @Test
    void keepsEveryEntry() throws IOException {
        try (var before = new JarFile(library.toFile());
                var after = new JarFile(renewed.toFile())) {
            assertThat(after.stream().map(Object::toString))
                    .containsExactlyElementsOf(
                            before.stream().map(Object::toString).toList());
        }
    }

    /// Linking verifies: with wrong or missing stack maps a class of this version is refused.
    @Test
    void everyClassIsOfJava17AndPassesTheVerifier() throws Exception {
        var urls = new URL[] {renewed.toUri().toURL()};
        try (var loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            var names = classNames();
            assertThat(names).hasSizeGreaterThan(200);
            for (var name : names) {
                if (name.startsWith("picocli.groovy")) {
                    continue; // annotations of Groovy's, which is not there
                }
                var type = Class.forName(name, true, loader);
                try (var bytes = type.getResourceAsStream(type.getName().replaceAll(".*\\.", "") + ".class")) {
                    var version = ClassFile.of().parse(bytes.readAllBytes()).majorVersion();
                    assertThat(version).as(name).isEqualTo(ClassFile.JAVA_17_VERSION);
                }
            }
        }
    }

    private List<String> classNames() throws IOException {
        var names = new ArrayList<String>();
        try (var jar = new JarFile(renewed.toFile())) {
            jar.stream()
                    .map(Object::toString)
                    .filter(name -> name.startsWith("picocli/") && name.endsWith(".class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .forEach(names::add);
        }
        assertThat(Files.size(renewed)).isPositive();
        return names;
    }
}
