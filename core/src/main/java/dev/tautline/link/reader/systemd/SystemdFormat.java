package dev.tautline.link.reader.systemd;

import dev.tautline.link.Container;
import dev.tautline.link.Instances;
import dev.tautline.link.Stage;
import dev.tautline.link.Variable;
import dev.tautline.link.Workload;
import dev.tautline.link.reader.format.EnvFile;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.NamedFiles;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A `.service` unit that starts a Java program or is given variables: a workload on the machine itself
/// (systemd.exec(5), systemd.service(5)).
public final class SystemdFormat implements Format {
    private static final Pattern SERVICE = Pattern.compile("(?m)^\\s*\\[Service]");
    private static final Pattern WORD = Pattern.compile("(?:\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*+'|[^\\s\"'])++");
    private static final Pattern JAR = Pattern.compile("(?:.*/)?(?<name>[\\w.-]+?)(?:[-_.]?\\d[\\w.-]*)?\\.jar");

    @Override
    public boolean mayBe(Path file) {
        return String.valueOf(file.getFileName()).endsWith(".service");
    }

    @Override
    public boolean recognises(SourceText source) {
        return SERVICE.matcher(source.text()).find();
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        var assignments = UnitFile.service(source);
        var command =
                values(assignments, "ExecStart").flatMap(SystemdFormat::words).toList();
        var variables = variables(source, assignments, new NamedFiles(facts.problems()));
        var isJava = command.stream().anyMatch(word -> word.text().matches("(?:.*/)?java|.*\\.jar"));
        if (!isJava && variables.isEmpty()) {
            return false;
        }
        facts.workload(workload(source, command, variables));
        return true;
    }

    private static Workload workload(SourceText source, List<Written> command, Map<String, Written> variables) {
        var unit = String.valueOf(source.file().getFileName()).replaceFirst("@?\\.service$", "");
        var origin = source.place(1, 1, "");
        return new Workload(
                unit,
                "",
                "systemd:" + Optional.ofNullable(source.file().getParent()).orElse(Path.of("")),
                Workload.Kind.SYSTEMD_SERVICE,
                Stage.UNKNOWN,
                Map.of(),
                List.of(container(jar(command).orElse(unit), command, variables, origin)),
                List.of(),
                List.of(),
                // On how many machines it is installed, no file tells.
                new Instances(Optional.empty(), 0, List.of()),
                Settings.builder(Versions.UNKNOWN).build(),
                origin);
    }

    private static Container container(
            String name, List<Written> command, Map<String, Written> variables, Origin.InFile origin) {
        return new Container(
                name,
                Optional.empty(),
                Optional.empty(),
                variables.entrySet().stream()
                        .map(entry -> Variable.of(entry.getKey(), entry.getValue()))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                command,
                Settings.builder(Versions.UNKNOWN).build(),
                origin);
    }

    private static Optional<String> jar(List<Written> command) {
        return command.stream()
                .map(word -> JAR.matcher(word.text()))
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group("name"))
                .findFirst();
    }

    private static Stream<Written> values(List<Written> assignments, String key) {
        return assignments.stream()
                .filter(assignment -> assignment.key().equals(key))
                .filter(assignment -> !assignment.text().isEmpty());
    }

    /// What files set wins over what the unit sets (systemd.exec(5), `EnvironmentFile=`).
    private static Map<String, Written> variables(SourceText source, List<Written> assignments, NamedFiles files) {
        var variables = new LinkedHashMap<String, Written>();
        values(assignments, "Environment")
                .flatMap(SystemdFormat::words)
                .forEach(word -> variable(word).ifPresent(variable -> variables.put(variable.key(), variable)));
        values(assignments, "EnvironmentFile")
                .flatMap(path -> beside(source, path, files).stream())
                .forEach(file -> variables.putAll(EnvFile.read(file)));
        return variables;
    }

    /// Units name where the file is installed; in the repository it lies beside the unit.
    private static Optional<SourceText> beside(SourceText source, Written path, NamedFiles files) {
        var name = path.text().replaceFirst("^-", "").replaceFirst(".*/", "");
        var folder = Optional.ofNullable(source.file().getParent()).orElse(Path.of(""));
        return Stream.of(name, name + ".env")
                .flatMap(candidate -> files.find(folder, candidate).stream())
                .findFirst();
    }

    private static Optional<Written> variable(Written word) {
        var equals = word.text().indexOf('=');
        if (equals <= 0) {
            return Optional.empty();
        }
        var name = word.text().substring(0, equals);
        var at = word.origin() instanceof Origin.InFile place ? place.plusColumns(equals + 1) : word.origin();
        return Optional.of(Written.of(name, word.text().substring(equals + 1), at));
    }

    /// The words of a line; quotes may stand around a word.
    private static Stream<Written> words(Written line) {
        return WORD.matcher(line.text()).results().map(found -> {
            var word = found.group();
            var isQuoted = word.startsWith("\"") || word.startsWith("'");
            var at = line.origin() instanceof Origin.InFile place
                    ? place.plusColumns(found.start() + (isQuoted ? 1 : 0))
                    : line.origin();
            return Written.of(line.key(), word.replace("\"", "").replace("'", ""), at);
        });
    }
}
