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
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
                || (source.text().contains(ADDRESS)
                        && kindByKeys(properties(new PropertiesDocuments(source).read()))
                                .isPresent());
    }

    private static Optional<PoolFileKind> kindByKeys(List<Property> properties) {
        return PoolFileKind.ofKeys(properties.stream().map(Property::key).collect(Collectors.toSet()));
    }

    private static List<Property> properties(Documents content) {
        return content.documents().stream()
                .flatMap(document -> document.properties().stream())
                .toList();
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        var content = new PropertiesDocuments(source).read();
        content.problems().forEach(facts::problem);
        var properties = properties(content);
        var kind = PoolFileKind.of(source.name()).or(() -> kindByKeys(properties));
        if (kind.isEmpty() || properties.isEmpty()) {
            return false;
        }
        var file = new PoolFile(kind.get(), source, properties);
        facts.application(OneFile.of(source.file(), Framework.NONE, file::clients));
        return true;
    }
}
