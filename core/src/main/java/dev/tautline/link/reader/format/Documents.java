package dev.tautline.link.reader.format;

import dev.tautline.settings.Problem;
import java.util.List;

/// What one file holds, and what is wrong with it.
public record Documents(List<Document> documents, List<Problem> problems) {
    public Documents {
        documents = List.copyOf(documents);
        problems = List.copyOf(problems);
    }

    public static Documents unreadable(Problem problem) {
        return new Documents(List.of(), List.of(problem));
    }
}
