package dev.tautline.cli;

import dev.tautline.finding.Severity;
import dev.tautline.settings.Nearest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taut rules`: what `taut check` looks for.
@InGroup(CommandGroup.REVIEW)
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = "List the rules of 'taut check'.",
        footer = {"", "'taut explain RULE' says more about a rule."})
final class RulesCommand implements Callable<Integer> {
    @Option(names = "--format", paramLabel = "FORMAT", description = "One of ${COMPLETION-CANDIDATES} (default: text).")
    private RulesFormat format = RulesFormat.TEXT;

    @Option(names = "--family", split = ",", paramLabel = "NAME", description = "Only rules of these families.")
    private Set<String> families = Set.of();

    @Option(
            names = "--severity",
            split = ",",
            paramLabel = "SEVERITY",
            description = "Only rules of these severities: ${COMPLETION-CANDIDATES}.")
    private Set<Severity> severities = Set.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        var all = ListedRule.all();
        var known = all.stream().map(ListedRule::family).collect(Collectors.toCollection(TreeSet::new));
        families.forEach(family -> requireKnown(family, List.copyOf(known)));
        var out = spec.commandLine().getOut();
        format.renderer().render(all.stream().filter(this::isWanted).toList(), out);
        out.flush();
        return ExitCode.CLEAN;
    }

    private boolean isWanted(ListedRule rule) {
        return (families.isEmpty() || families.contains(rule.family()))
                && (severities.isEmpty() || severities.contains(rule.severity()));
    }

    private static void requireKnown(String family, List<String> known) {
        if (!known.contains(family)) {
            throw new UsageException("rules: no family '" + family + "'"
                    + Nearest.to(family, known)
                            .map(name -> "; nearest: '" + name + "'")
                            .orElse("; families: " + String.join(", ", known)));
        }
    }
}
