package dev.tautline.link.reader.build;

import dev.tautline.settings.Origin;
import dev.tautline.settings.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads `pom.xml` files with their places. No DTD and no entity is followed.
final class MavenFiles {
    private static final String POM = "pom.xml";
    /// Maven's own projects have three or four levels of parents.
    private static final int MAX_PARENTS = 8;

    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    private final Collection<Problem> problems;
    private final Map<Path, Optional<MavenFile>> read = new HashMap<>();

    MavenFiles(Collection<Problem> problems) {
        this.problems = problems;
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    /// The build file of an application: the one in its folder.
    Optional<MavenFile> in(Path folder) {
        return read(folder.resolve(POM), MAX_PARENTS);
    }

    private Optional<MavenFile> read(Path pom, int parentsLeft) {
        var key = pom.toAbsolutePath().normalize();
        if (!read.containsKey(key)) {
            read.put(key, Files.isRegularFile(pom) ? parse(pom, parentsLeft) : Optional.empty());
        }
        return read.getOrDefault(key, Optional.empty());
    }

    private Optional<MavenFile> parse(Path pom, int parentsLeft) {
        try (var stream = Files.newInputStream(pom)) {
            var content = new Content(pom);
            var reader = factory.createXMLStreamReader(stream);
            while (reader.hasNext()) {
                content.accept(reader, reader.next());
            }
            return Optional.of(content.toFile(parent(pom, content, parentsLeft)));
        } catch (XMLStreamException malformed) {
            problems.add(new Problem(place(pom, malformed.getLocation()), "not XML: " + reason(malformed)));
        } catch (IOException unreadable) {
            problems.add(new Problem(new Origin.InFile(pom, 1, 1, ""), "cannot be read: " + unreadable.getMessage()));
        }
        return Optional.empty();
    }

    private Optional<MavenFile> parent(Path pom, Content content, int parentsLeft) {
        if (content.parent().isEmpty() || parentsLeft == 0) {
            return Optional.empty();
        }
        var folder = Optional.ofNullable(pom.getParent()).orElse(Path.of(""));
        var target = folder.resolve(content.relativePath());
        return read(Files.isDirectory(target) ? target.resolve(POM) : target, parentsLeft - 1);
    }

    private static String reason(XMLStreamException malformed) {
        return String.valueOf(malformed.getMessage())
                .lines()
                .reduce((first, last) -> last)
                .orElse("");
    }

    private static Origin place(Path pom, Location location) {
        return new Origin.InFile(
                pom, Math.max(1, location.getLineNumber()), Math.max(1, location.getColumnNumber()), "");
    }

    /// Collects while the reader walks; knows where it is by the path of element names.
    private static final class Content {
        private final Path pom;
        private final Deque<String> path = new ArrayDeque<>();
        private final Map<String, BuildFile.Value> properties = new HashMap<>();
        private final List<MavenFile.Artifact> managed = new ArrayList<>();
        private final List<MavenFile.Artifact> dependencies = new ArrayList<>();
        private final Set<String> exclusions = new HashSet<>();
        private final Map<String, BuildFile.Value> coordinates = new HashMap<>();
        private Optional<MavenFile.Artifact> parent = Optional.empty();
        private String relativePath = "..";

        Content(Path pom) {
            this.pom = pom;
        }

        Optional<MavenFile.Artifact> parent() {
            return parent;
        }

        String relativePath() {
            return relativePath;
        }

        MavenFile toFile(Optional<MavenFile> parentFile) {
            return new MavenFile(
                    Map.copyOf(properties),
                    List.copyOf(managed),
                    List.copyOf(dependencies),
                    Set.copyOf(exclusions),
                    parent,
                    parentFile);
        }

        void accept(XMLStreamReader reader, int event) {
            switch (event) {
                case XMLStreamReader.START_ELEMENT -> path.addLast(reader.getLocalName());
                case XMLStreamReader.CHARACTERS -> text(reader);
                case XMLStreamReader.END_ELEMENT -> end();
                default -> {
                    // Comments and white space say nothing.
                }
            }
        }

        private void text(XMLStreamReader reader) {
            var value = new BuildFile.Value(reader.getText().strip(), place(pom, reader.getLocation()));
            var name = path.isEmpty() ? "" : path.getLast();
            switch (where()) {
                case "project" -> packaging(name, value);
                case "project/properties" -> properties.put(name, value);
                case "project/parent" -> parentPart(name, value);
                case "project/dependencies/dependency", "project/dependencyManagement/dependencies/dependency" ->
                    coordinates.put(name, value);
                case "project/dependencies/dependency/exclusions/exclusion" -> exclude(name, value);
                default -> {
                    // Plug-ins, profiles and the rest do not decide versions here.
                }
            }
        }

        /// A `war` runs in a servlet container, which brings the API for requests along.
        private void packaging(String name, BuildFile.Value value) {
            if (name.equals("packaging") && value.text().equals("war")) {
                dependencies.add(
                        new MavenFile.Artifact("jakarta.servlet", "jakarta.servlet-api", Optional.empty(), false));
            }
        }

        private void exclude(String name, BuildFile.Value value) {
            if (name.equals("artifactId")) {
                exclusions.add(value.text());
            }
        }

        /// The path of the element around the one whose text is read.
        private String where() {
            var names = new ArrayList<>(path);
            return names.isEmpty() ? "" : String.join("/", names.subList(0, names.size() - 1));
        }

        private void parentPart(String name, BuildFile.Value value) {
            if (name.equals("relativePath")) {
                relativePath = value.text();
            } else {
                coordinates.put(name, value);
            }
        }

        private void end() {
            switch (String.join("/", path)) {
                case "project/parent" -> parent = artifact();
                case "project/dependencies/dependency" -> artifact().ifPresent(dependencies::add);
                case "project/dependencyManagement/dependencies/dependency" ->
                    artifact().ifPresent(managed::add);
                default -> {
                    // Only these three name libraries.
                }
            }
            path.removeLast();
        }

        private Optional<MavenFile.Artifact> artifact() {
            var group = coordinates.get("groupId");
            var name = coordinates.get("artifactId");
            var version = Optional.ofNullable(coordinates.get("version"));
            var scope = coordinates.get("scope");
            coordinates.clear();
            return group == null || name == null
                    ? Optional.empty()
                    : Optional.of(new MavenFile.Artifact(
                            group.text(),
                            name.text(),
                            version,
                            scope != null && scope.text().equals("test")));
        }
    }
}
