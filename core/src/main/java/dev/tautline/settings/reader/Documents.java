package dev.tautline.settings.reader;

import dev.tautline.settings.Problem;
import java.util.List;

/// What one file holds, and what is wrong with it.
record Documents(List<Document> documents, List<Problem> problems) {
    Documents {
        documents = List.copyOf(documents);
        problems = List.copyOf(problems);
    }

    static Documents unreadable(Problem problem) {
        return new Documents(List.of(), List.of(problem));
    }
}
