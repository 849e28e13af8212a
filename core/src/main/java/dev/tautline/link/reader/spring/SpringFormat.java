package dev.tautline.link.reader.spring;

import dev.tautline.link.reader.format.Documents;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.PropertiesDocuments;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.YamlDocuments;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `application*.yml`, `.yaml` and `.properties`: gathered by application, merged when it is known how it runs.
public final class SpringFormat implements Format {
    private final Map<Path, List<SpringFile>> applications = new LinkedHashMap<>();

    @Override
    public boolean mayBe(Path file) {
        return SpringFile.isNamedSo(file);
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        var content = documents(source);
        content.problems().forEach(facts::problem);
        var isReadable = !content.documents().isEmpty() || content.problems().isEmpty();
        if (isReadable) {
            var file = SpringFile.of(source.file(), content);
            applications.computeIfAbsent(file.root(), root -> new ArrayList<>()).add(file);
        }
        return isReadable;
    }

    @Override
    public void finish(Facts facts) {
        applications.forEach((root, files) -> facts.application(new SpringApplication(root, files)));
    }

    private static Documents documents(SourceText source) {
        return source.name().endsWith(".properties")
                ? new PropertiesDocuments(source).read()
                : new YamlDocuments(source).read();
    }
}
