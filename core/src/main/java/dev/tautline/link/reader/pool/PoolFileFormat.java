package dev.tautline.link.reader.pool;

import dev.tautline.link.Framework;
import dev.tautline.link.reader.format.Documents;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.OneFile;
import dev.tautline.link.reader.format.PropertiesDocuments;
import dev.tautline.link.reader.format.Property;
import dev.tautline.link.reader.format.SourceText;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Properties files of pools, by their usual names, and those with HikariCP's keys whatever they are called.
public final class PoolFileFormat implements Format {
    private static final String PROPERTIES = ".properties";
    private static final String ADDRESS = "jdbcUrl";

    @Override
    public boolean mayBe(Path file) {
        return String.valueOf(file.getFileName()).endsWith(PROPERTIES);
    }

    @Override
    public boolean recognises(SourceText source) {
        return PoolFileKind.of(source.name()).isPresent()
                || (source.text().contains(ADDRESS) && kindByKeys(source).isPresent());
    }

    private static Optional<PoolFileKind> kindByKeys(SourceText source) {
        return PoolFileKind.ofKeys(properties(new PropertiesDocuments(source).read())
                .map(Property::key)
                .collect(Collectors.toSet()));
    }

    private static Stream<Property> properties(Documents content) {
        return content.documents().stream().flatMap(document -> document.properties().stream());
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        var content = new PropertiesDocuments(source).read();
        content.problems().forEach(facts::problem);
        var properties = properties(content).toList();
        var kind = PoolFileKind.of(source.name()).or(() -> kindByKeys(source));
        if (kind.isEmpty() || properties.isEmpty()) {
            return false;
        }
        var file = new PoolFile(kind.get(), source, properties);
        facts.application(OneFile.of(source.file(), Framework.NONE, file::clients));
        return true;
    }
}
