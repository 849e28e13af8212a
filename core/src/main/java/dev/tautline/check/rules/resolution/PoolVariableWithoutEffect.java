package dev.tautline.check.rules.resolution;

import dev.tautline.check.ClientRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Framework;
import dev.tautline.link.Variable;
import dev.tautline.link.Workload;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.Vocabulary;
import java.util.List;
import java.util.Locale;

/// A variable that is meant for the pool, under a name that the pool does not have.
public final class PoolVariableWithoutEffect implements ClientRule {
    private static final String PREFIX = "SPRING_DATASOURCE_HIKARI_";
    /// Groups of which the names are the driver's.
    private static final List<String> GROUPS = List.of("datasourceproperties", "healthcheckproperties");

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        if (client.application().framework() != Framework.SPRING_BOOT || !client.usesHikari()) {
            return Verdict.notApplicable("no HikariCP of Spring Boot");
        }
        return client.workload()
                .map(workload -> judge(client, workload))
                .orElse(Verdict.notApplicable("no variables that can be seen"));
    }

    private Verdict judge(Client client, Workload workload) {
        return Verdict.of(workload.containers().stream()
                .flatMap(container -> container.environment().stream())
                .filter(variable -> variable.name().startsWith(PREFIX))
                .filter(PoolVariableWithoutEffect::isUnknown)
                .map(variable -> finding(client, variable))
                .toList());
    }

    private static boolean isUnknown(Variable variable) {
        var name = Vocabulary.squash(variable.name().substring(PREFIX.length()));
        return !name.isEmpty()
                && HikariKeys.VOCABULARY.findRelaxed(name).isEmpty()
                && GROUPS.stream().noneMatch(name::startsWith);
    }

    private Finding finding(Client client, Variable variable) {
        var name = variable.name().substring(PREFIX.length());
        var nearest = HikariKeys.VOCABULARY.nearest(name.replace("_", ""));
        return finding(
                client,
                variable.name() + " is no setting of HikariCP"
                        + nearest.map(key -> "; nearest: " + PREFIX + underscored(key))
                                .orElse(""),
                "The variable has no effect, and nothing says so: the pool runs with the value of the file or its default,"
                        + " while everybody believes it is changed.",
                nearest.<Edit>map(key ->
                                new Edit.Rename(variable.value().origin(), variable.name(), PREFIX + underscored(key)))
                        .orElseGet(() -> new Edit.Remove(variable.value().origin(), variable.name())),
                new Evidence(
                        variable.name(),
                        variable.value().shown(),
                        variable.value().origin()));
    }

    private static String underscored(String key) {
        return key.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
