package dev.tautline.link.reader.terraform;

import dev.tautline.link.Container;
import dev.tautline.link.Instances;
import dev.tautline.link.Stage;
import dev.tautline.link.Variable;
import dev.tautline.link.Workload;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Written;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The tasks of Amazon ECS of one module, whose containers stand in `jsonencode([…])`, and how many of them their
/// services run (Terraform's AWS provider, `aws_ecs_task_definition` and `aws_ecs_service`).
final class EcsTasks {
    /// While one version replaces another, a service runs up to twice as many (Amazon ECS API, `maximumPercent`).
    private static final int USUAL_MAXIMUM_PERCENT = 200;

    private final Scope scope;

    EcsTasks(Scope scope) {
        this.scope = scope;
    }

    List<Workload> all() {
        return scope.resources("aws_ecs_task_definition").map(this::workload).toList();
    }

    private Workload workload(HclBlock task) {
        var name = scope.text(task, "family")
                .filter(Written::isResolved)
                .map(Written::text)
                .orElse(task.label(1));
        return new Workload(
                name,
                "",
                "ecs:" + task.origin().file() + "#" + task.label(1),
                Workload.Kind.ECS_TASK,
                Stage.ofName(name),
                Map.of(),
                items(scope.at(task, "container_definitions"))
                        .flatMap(container -> container(container).stream())
                        .toList(),
                scope.text(task, "network_mode").filter(mode -> mode.text().equals("host")).map(Written::text).stream()
                        .toList(),
                List.of(),
                instances(task),
                Settings.builder(Versions.UNKNOWN).build(),
                task.origin());
    }

    private Stream<HclValue> items(Optional<HclValue> list) {
        return list.filter(HclValue.Items.class::isInstance).stream()
                .flatMap(items -> ((HclValue.Items) items).all().stream())
                .map(scope::resolved);
    }

    private Optional<Container> container(HclValue value) {
        return value instanceof HclValue.Entries fields
                ? Optional.of(new Container(
                        text(fields, "name").map(Written::text).orElse("container"),
                        text(fields, "image"),
                        Optional.empty(),
                        Stream.concat(
                                        items(fields, "environment").flatMap(item -> given(item).stream()),
                                        items(fields, "secrets").flatMap(item -> secret(item).stream()))
                                .toList(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Stream.of("entryPoint", "command")
                                .flatMap(field -> items(fields, field))
                                .flatMap(word -> scope.text(word).stream())
                                .toList(),
                        Settings.builder(Versions.UNKNOWN).build(),
                        fields.origin()))
                : Optional.empty();
    }

    private Stream<HclValue> items(HclValue.Entries fields, String name) {
        return items(fields.at(name).map(scope::resolved));
    }

    private Optional<Written> text(HclValue.Entries fields, String name) {
        return fields.at(name).flatMap(scope::text);
    }

    private Optional<Variable> given(HclValue item) {
        return item instanceof HclValue.Entries fields
                ? text(fields, "name")
                        .flatMap(name -> text(fields, "value")
                                .map(value -> Variable.of(
                                        name.text(),
                                        new Written(name.text(), value.text(), value.origin(), value.unresolved()))))
                : Optional.empty();
    }

    /// Parameter Store and Secrets Manager keep the value.
    private Optional<Variable> secret(HclValue item) {
        return item instanceof HclValue.Entries fields
                ? text(fields, "name").map(name -> {
                    var open = "secret " + name.text();
                    return Variable.of(
                            name.text(), new Written(name.text(), "${" + open + "}", name.origin(), List.of(open)));
                })
                : Optional.empty();
    }

    /// What its service says, or may be scaled to; nobody knows where there is none.
    private Instances instances(HclBlock task) {
        return scope.resources("aws_ecs_service")
                .filter(service -> Scope.refersTo(service.at("task_definition"), task))
                .findFirst()
                .flatMap(service -> most(service).map(count -> instances(service, count)))
                .orElse(new Instances(Optional.empty(), 0, List.of()));
    }

    private Instances instances(HclBlock service, Written count) {
        var most = number(Optional.of(count));
        int percent = number(scope.text(service, "deployment_maximum_percent")).orElse(USUAL_MAXIMUM_PERCENT);
        int surge = most.map(many -> many * Math.max(0, percent - 100) / 100).orElse(0);
        return new Instances(most, surge, List.of(count));
    }

    private Optional<Written> most(HclBlock service) {
        return scope.resources("aws_appautoscaling_target")
                .filter(target -> Scope.refersTo(target.at("resource_id"), service))
                .flatMap(target -> scope.text(target, "max_capacity").stream())
                .findFirst()
                .or(() -> scope.text(service, "desired_count"));
    }

    private static Optional<Integer> number(Optional<Written> value) {
        return value.map(Written::text).filter(text -> text.matches("\\d{1,6}")).map(Integer::valueOf);
    }
}
