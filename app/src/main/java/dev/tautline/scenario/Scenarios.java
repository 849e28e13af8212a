package dev.tautline.scenario;

import dev.tautline.settings.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The scenarios of a folder, one file each.
public final class Scenarios {
    private static final String SUFFIX = ".yaml";

    private Scenarios() {}

    /// All of a folder, by id.
    ///
    /// @throws ScenarioUnusable with all that is wrong in all files
    public static List<Scenario> in(Path folder) {
        var problems = new ArrayList<String>();
        var all = files(folder).stream()
                .flatMap(file -> ScenarioFile.read(file, problems).stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new ScenarioUnusable(problems);
        }
        return all;
    }

    /// Those with these ids, in the order in which they are asked for; all when none is asked for.
    ///
    /// @throws ScenarioUnusable when there is none of that id
    public static List<Scenario> chosen(List<Scenario> all, List<String> ids) {
        if (ids.isEmpty()) {
            return all;
        }
        var known = all.stream().map(Scenario::id).toList();
        var problems = ids.stream()
                .filter(id -> !known.contains(id))
                .map(id -> "no scenario '" + id + "'"
                        + Nearest.to(id, known)
                                .map(near -> "; nearest: '" + near + "'")
                                .orElse("; there are " + String.join(", ", known)))
                .toList();
        if (!problems.isEmpty()) {
            throw new ScenarioUnusable(problems);
        }
        return ids.stream().distinct().map(id -> all.get(known.indexOf(id))).toList();
    }

    /// The id of a scenario in this file.
    static String id(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    private static List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            var found = files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new ScenarioUnusable(List.of(folder + ": holds no scenario, that is no file *" + SUFFIX));
            }
            return found;
        } catch (IOException unreadable) {
            throw new ScenarioUnusable(List.of(
                    folder + ": cannot be read (" + unreadable.getClass().getSimpleName() + ")"));
        }
    }
}
