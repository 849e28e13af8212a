package dev.tautline.link.reader.spring;

import dev.tautline.link.reader.format.Document;
import dev.tautline.link.reader.format.Documents;
import dev.tautline.link.reader.format.MountedConfiguration;
import dev.tautline.link.reader.format.NamedFiles;
import dev.tautline.link.reader.format.PropertiesDocuments;
import dev.tautline.link.reader.format.Property;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.YamlDocuments;
import dev.tautline.settings.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Follows `spring.config.import` to files of the repository: what is imported counts as a document right below
/// the one that imports it (Spring Boot reference, "Importing Additional Data"). Trees of mounted files, vaults
/// and configuration servers hold nothing that could be read here.
public final class SpringImports {
    private static final String IMPORT = Property.canonical("spring.config.import");
    private static final int MAX_DEPTH = 8;
    private static final Pattern LOCATION =
            Pattern.compile("(?:optional:)?(?<scheme>classpath:|file:)?(?<path>[^\\[\\]:]+)(?:\\[(?<hint>\\.\\w+)])?");
    private static final Pattern READABLE = Pattern.compile("(?i)\\.(?:ya?ml|properties)");

    private final NamedFiles files;
    private final Collection<Problem> problems;

    public SpringImports(Collection<Problem> problems) {
        this.files = new NamedFiles(problems);
        this.problems = problems;
    }

    /// The documents of a file of the application in `root`, with those that it imports.
    public Documents expand(Path root, SourceText source, Documents content) {
        return new Documents(expand(root, source.file(), content, Set.of(source.file())), content.problems());
    }

    private List<Document> expand(Path root, Path from, Documents content, Set<Path> onTheWay) {
        var all = new ArrayList<Document>();
        for (var document : content.documents()) {
            all.add(document);
            targets(document)
                    .flatMap(target -> imported(root, from, target).stream())
                    .filter(file -> onTheWay.size() < MAX_DEPTH
                            && !onTheWay.contains(file.source().file()))
                    .flatMap(file -> {
                        var way = new LinkedHashSet<>(onTheWay);
                        way.add(file.source().file());
                        return expand(root, file.source().file(), read(file), way).stream();
                    })
                    .map(found -> under(document, found))
                    .forEach(all::add);
        }
        return all;
    }

    /// A document, then what it imports of the files mounted into the workload.
    static Stream<Document> withMounted(Document document, MountedConfiguration mounted) {
        return mounted.others().isEmpty()
                ? Stream.of(document)
                : Stream.concat(
                        Stream.of(document),
                        targets(document)
                                .map(target -> target.replaceFirst("^(?:optional:)?(?:file:(?://(?=/))?)?", ""))
                                .flatMap(path -> mounted.at(path).stream())
                                .flatMap(found -> found.documents().stream())
                                .map(found -> under(document, found)));
    }

    /// A file and how its text is to be read, `.yml` or `.properties`.
    private record Imported(SourceText source, String ending) {}

    private static Stream<String> targets(Document document) {
        return document.properties().stream()
                .filter(property -> property.canonicalKey().equals(IMPORT)
                        || property.canonicalKey().startsWith(IMPORT + "["))
                .flatMap(property -> Arrays.stream(property.text().split("[,;]", -1)))
                .map(String::strip);
    }

    private Optional<Imported> imported(Path root, Path from, String target) {
        var location = LOCATION.matcher(target);
        if (!location.matches() || target.contains("${")) {
            return Optional.empty();
        }
        var path = location.group("path");
        var dot = path.lastIndexOf('.');
        var ending = Optional.ofNullable(location.group("hint")).orElse(dot < 0 ? "" : path.substring(dot));
        if (!READABLE.matcher(ending).matches()) {
            return Optional.empty();
        }
        var beside = Optional.ofNullable(from.getParent()).orElse(Path.of(""));
        var isOfWorkingFolder = "file:".equals(location.group("scheme"));
        var relative = "classpath:".equals(location.group("scheme")) ? path.replaceFirst("^/+", "") : path;
        return files.find(isOfWorkingFolder ? root : beside, relative).map(source -> new Imported(source, ending));
    }

    private Documents read(Imported file) {
        var content = file.ending().equalsIgnoreCase(".properties")
                ? new PropertiesDocuments(file.source()).read()
                : new YamlDocuments(file.source()).read();
        problems.addAll(content.problems());
        return content;
    }

    /// What is imported counts only where the importing document does.
    private static Document under(Document importing, Document imported) {
        var outer = importing.onProfile();
        if (outer.isEmpty()) {
            return imported;
        }
        var both = imported.onProfile()
                .map(inner -> "(" + outer.get() + ") & (" + inner + ")")
                .orElse(outer.get());
        var properties = new ArrayList<>(imported.properties().stream()
                .filter(property -> !Document.isActivation(property.canonicalKey()))
                .toList());
        var written = importing.properties().stream()
                .filter(property -> Document.isActivation(property.canonicalKey()))
                .findFirst()
                .orElseThrow();
        properties.add(new Property("spring.config.activate.on-profile", both, written.origin()));
        return new Document(properties);
    }
}
