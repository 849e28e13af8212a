package dev.tautline.link.reader.pool;

import dev.tautline.link.Framework;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.OneFile;
import dev.tautline.link.reader.format.PropertiesDocuments;
import dev.tautline.link.reader.format.SourceText;
import java.nio.file.Path;

/// Properties files of pools, by their usual names.
public final class PoolFileFormat implements Format {
    @Override
    public boolean mayBe(Path file) {
        return PoolFileKind.of(String.valueOf(file.getFileName())).isPresent();
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        var content = new PropertiesDocuments(source).read();
        content.problems().forEach(facts::problem);
        var properties = content.documents().stream()
                .flatMap(document -> document.properties().stream())
                .toList();
        var kind = PoolFileKind.of(source.name());
        if (kind.isEmpty() || properties.isEmpty()) {
            return false;
        }
        var file = new PoolFile(kind.get(), source, properties);
        facts.application(OneFile.of(source.file(), Framework.NONE, file::clients));
        return true;
    }
}
