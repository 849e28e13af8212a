package dev.tautline.link.reader.format;

import dev.tautline.settings.Problem;
import java.util.List;

/// What one file holds, and what is wrong with it.
public record Documents(List<Document> documents, List<Problem> problems) {
    public Documents {
        documents = List.copyOf(documents);
        problems = List.copyOf(problems);
    }

    /// YAML, TOML or properties, as the name of the file says.
    public static Documents read(SourceText source) {
        if (source.name().endsWith(".toml")) {
            return new TomlDocuments(source).read();
        }
        return source.name().endsWith(".properties")
                ? new PropertiesDocuments(source).read()
                : new YamlDocuments(source).read();
    }

    public static Documents unreadable(Problem problem) {
        return new Documents(List.of(), List.of(problem));
    }
}
