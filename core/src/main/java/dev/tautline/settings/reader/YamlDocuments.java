package dev.tautline.settings.reader;

import dev.tautline.settings.Origin;
import dev.tautline.settings.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads YAML into properties. A file that YAML cannot read is not read at all, as in Spring Boot.
final class YamlDocuments {
    /// Deeper than any configuration; the composer would recurse once per level.
    private static final int MAX_DEPTH = 200;

    private final LoadSettings settings;
    private final Path file;

    YamlDocuments(Path file) {
        this.file = file;
        this.settings = LoadSettings.builder()
                .setLabel(file.toString())
                .setAllowDuplicateKeys(true)
                .build();
    }

    Documents read(String text) {
        try {
            var tooDeep = tooDeep(text);
            if (tooDeep.isPresent()) {
                return Documents.unreadable(tooDeep.get());
            }
            var problems = new ArrayList<Problem>();
            var documents = new ArrayList<Document>();
            for (var root : new Compose(settings).composeAllFromString(text)) {
                var flattened = new YamlFlattener(file, problems).flatten(root);
                documents.add(new Document(flattened));
            }
            return new Documents(documents, problems);
        } catch (MarkedYamlEngineException malformed) {
            return Documents.unreadable(problem(malformed));
        } catch (YamlEngineException malformed) {
            return Documents.unreadable(new Problem(place(1, 1), "not YAML: " + firstLine(malformed)));
        }
    }

    private Optional<Problem> tooDeep(String text) {
        var depth = 0;
        for (var event : new Parse(settings).parseString(text)) {
            if (opens(event.getEventId()) && ++depth > MAX_DEPTH) {
                var mark = event.getStartMark().orElseThrow();
                var place = place(mark.getLine() + 1, mark.getColumn() + 1);
                return Optional.of(new Problem(place, "nested deeper than " + MAX_DEPTH + " levels"));
            }
            depth -= closes(event.getEventId()) ? 1 : 0;
        }
        return Optional.empty();
    }

    private static boolean opens(Event.ID id) {
        return id == Event.ID.MappingStart || id == Event.ID.SequenceStart;
    }

    private static boolean closes(Event.ID id) {
        return id == Event.ID.MappingEnd || id == Event.ID.SequenceEnd;
    }

    private Problem problem(MarkedYamlEngineException malformed) {
        var mark = malformed.getProblemMark().or(malformed::getContextMark);
        var place = mark.map(at -> place(at.getLine() + 1, at.getColumn() + 1)).orElseGet(() -> place(1, 1));
        return new Problem(place, "not YAML: " + malformed.getProblem());
    }

    private static String firstLine(YamlEngineException malformed) {
        return String.valueOf(malformed.getMessage()).lines().findFirst().orElse("");
    }

    private Origin place(int line, int column) {
        return new Origin.InFile(file, line, column, "");
    }
}
