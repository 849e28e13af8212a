package dev.tautline.config;

import dev.tautline.targets.ShortText;
import dev.tautline.targets.Unreadable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// A file of one YAML mapping.
public final class YamlFile {
    private YamlFile() {}

    /// The mapping; empty, with a line for each problem, when it cannot be read. A file without any content is empty
    /// without a problem.
    ///
    /// @param allowed keys of the mapping
    public static Optional<YamlMap> read(Path file, Set<String> allowed, List<String> problems) {
        try {
            var settings = LoadSettings.builder().setLabel(file.toString()).build();
            return new Compose(settings)
                    .composeString(ShortText.of(file))
                    .map(node -> new YamlMap(file, node, allowed, problems));
        } catch (IOException e) {
            problems.add(file + ": cannot be read (" + Unreadable.why(file, e) + ")");
        } catch (MarkedYamlEngineException e) {
            var place = e.getProblemMark().map(m -> ":" + (m.getLine() + 1) + ":" + (m.getColumn() + 1));
            problems.add(file + place.orElse("") + ": " + e.getProblem());
        } catch (YamlEngineException e) {
            // Such as aliases of aliases without end.
            problems.add(file + ": "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("cannot be read"));
        }
        return Optional.empty();
    }
}
