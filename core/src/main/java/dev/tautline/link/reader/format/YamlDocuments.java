package dev.tautline.link.reader.format;

import dev.tautline.settings.Problem;
import java.util.ArrayList;

/// Reads YAML into properties. A file that YAML cannot read is not read at all, as in Spring Boot.
public final class YamlDocuments {
    private final SourceText source;

    public YamlDocuments(SourceText source) {
        this.source = source;
    }

    public Documents read() {
        var problems = new ArrayList<Problem>();
        var documents = new YamlNodes(source)
                .read(problems).stream()
                        .map(root -> new Document(new YamlFlattener(source, problems).flatten(root)))
                        .toList();
        return new Documents(documents, problems);
    }
}
