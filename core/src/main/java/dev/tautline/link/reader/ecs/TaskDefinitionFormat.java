package dev.tautline.link.reader.ecs;

import dev.tautline.link.Container;
import dev.tautline.link.Instances;
import dev.tautline.link.Stage;
import dev.tautline.link.Variable;
import dev.tautline.link.Workload;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A task definition as it is registered or described with the AWS command line (Amazon ECS developer guide, "Task
/// definition parameters"). How many tasks run, a service says that is kept elsewhere.
public final class TaskDefinitionFormat implements Format {
    private static final Pattern NAME = Pattern.compile("(?i).*task.*\\.(?:json|ya?ml)");

    @Override
    public boolean mayBe(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName())).matches();
    }

    @Override
    public boolean recognises(SourceText source) {
        return source.text().contains("containerDefinitions") && source.text().contains("image");
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        var documents = YamlTree.read(source, facts.problems());
        documents.stream()
                .map(document -> document.at("taskDefinition").orElse(document))
                .filter(task -> !task.items("containerDefinitions").isEmpty())
                .forEach(task -> facts.workload(workload(source, task)));
        return !documents.isEmpty();
    }

    private static Workload workload(SourceText source, YamlTree task) {
        return new Workload(
                task.text("family")
                        .map(Written::text)
                        .orElseGet(() -> String.valueOf(source.file().getFileName())),
                "",
                "ecs:" + source.file(),
                Workload.Kind.ECS_TASK,
                Stage.UNKNOWN,
                Map.of(),
                task.items("containerDefinitions").stream()
                        .map(TaskDefinitionFormat::container)
                        .toList(),
                task.text("networkMode").filter(mode -> mode.text().equals("host")).map(Written::text).stream()
                        .toList(),
                List.of(),
                new Instances(Optional.empty(), 0, List.of()),
                Settings.builder(Versions.UNKNOWN).build(),
                task.origin());
    }

    private static Container container(YamlTree tree) {
        return new Container(
                tree.text("name").map(Written::text).orElse("container"),
                tree.text("image"),
                Optional.empty(),
                Stream.concat(
                                tree.items("environment").stream().flatMap(item -> given(item).stream()),
                                tree.items("secrets").stream().flatMap(item -> secret(item).stream()))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                Stream.of("entryPoint", "command")
                        .flatMap(field -> tree.items(field).stream())
                        .flatMap(word -> word.text().stream())
                        .toList(),
                Settings.builder(Versions.UNKNOWN).build(),
                tree.origin());
    }

    private static Optional<Variable> given(YamlTree item) {
        return item.text("name")
                .flatMap(name -> item.text("value")
                        .map(value -> Variable.of(name.text(), Written.of(name.text(), value.text(), value.origin()))));
    }

    /// Parameter Store and Secrets Manager keep the value.
    private static Optional<Variable> secret(YamlTree item) {
        return item.text("name").map(name -> {
            var open = "secret " + name.text();
            return Variable.of(name.text(), new Written(name.text(), "${" + open + "}", name.origin(), List.of(open)));
        });
    }
}
