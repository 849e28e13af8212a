package dev.tautline.link.reader.build;

import dev.tautline.settings.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// What is installed rather than built: the names of the jars beside a configuration, in the usual folders, or
/// inside one executable jar. Only names are read, nothing is unpacked.
record JarNames(Map<String, BuildFile.Value> versions) implements BuildFile {
    private static final Pattern JAR =
            Pattern.compile("(?<name>[A-Za-z][\\w.-]{0,100}?)-(?<version>\\d[\\w.+-]{0,60})\\.jar");
    private static final List<Path> FOLDERS = List.of(
            Path.of("lib"),
            Path.of("libs"),
            Path.of("WEB-INF", "lib"),
            Path.of("BOOT-INF", "lib"),
            Path.of("src", "main", "webapp", "WEB-INF", "lib"));
    private static final int MAX_FILES = 2_000;
    private static final int MAX_ENTRIES = 20_000;

    /// The jars of a folder; empty where there are none.
    static Optional<BuildFile> in(Path folder) {
        var versions = new HashMap<String, Value>();
        FOLDERS.forEach(inner -> files(folder.resolve(inner)).forEach(jar -> put(jar, name(jar), versions)));
        files(folder).forEach(jar -> inside(jar, versions));
        return versions.isEmpty() ? Optional.empty() : Optional.of(new JarNames(Map.copyOf(versions)));
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.limit(MAX_FILES)
                    .filter(file -> name(file).endsWith(".jar") || name(file).endsWith(".war"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            // A folder that cannot be listed tells as little as one that is not there.
            return List.of();
        }
    }

    private static void inside(Path jar, Map<String, Value> versions) {
        try (var zip = new ZipFile(jar.toFile())) {
            zip.stream()
                    .limit(MAX_ENTRIES)
                    .map(ZipEntry::getName)
                    .filter(entry -> entry.startsWith("BOOT-INF/lib/") || entry.startsWith("WEB-INF/lib/"))
                    .forEach(entry -> put(jar, entry.substring(entry.lastIndexOf('/') + 1), versions));
        } catch (IOException notAnArchive) {
            // Something else with such a name; it holds no libraries.
        }
    }

    private static void put(Path at, String jarName, Map<String, Value> versions) {
        var jar = JAR.matcher(jarName);
        if (jar.matches()) {
            versions.putIfAbsent(
                    jar.group("name"), new Value(jar.group("version"), new Origin.InFile(at, 1, 1, jarName)));
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    @Override
    public Optional<Value> versionOf(String group, String name) {
        return Optional.ofNullable(versions.get(name));
    }

    @Override
    public Optional<Value> property(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<Value> springBoot() {
        return versionOf("", "spring-boot");
    }

    @Override
    public Set<String> libraries() {
        return versions.keySet();
    }

    @Override
    public Set<String> excluded() {
        return Set.of();
    }
}
