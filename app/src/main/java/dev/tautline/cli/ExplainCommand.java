package dev.tautline.cli;

import dev.tautline.check.Rule;
import dev.tautline.check.RulePage;
import dev.tautline.check.rules.Rules;
import dev.tautline.settings.Nearest;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taut explain`: the page of one rule, or the list of all rules.
@InGroup(CommandGroup.REVIEW)
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Explain a rule of 'taut check': why it hurts, how to fix it, when to ignore it.")
final class ExplainCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "RULE", description = "A rule's name, as in a finding.")
    private @Nullable String rule;

    @Option(names = "--list", description = "List all rules.")
    private boolean list;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        if (list) {
            Rules.all().forEach(one -> listed(one, out));
        } else {
            out.print(page(rule).text());
        }
        out.flush();
        return ExitCode.CLEAN;
    }

    private static void listed(Rule rule, PrintWriter out) {
        var title = RulePage.of(rule.id()).map(RulePage::title).orElse("");
        out.printf("%-8s  %-48s  %s%n", rule.severity().name().toLowerCase(Locale.ROOT), rule.id(), title);
    }

    private static RulePage page(@Nullable String id) {
        if (id == null) {
            throw new UsageException("explain: name a rule; 'taut explain --list' lists them");
        }
        return RulePage.of(id).orElseThrow(() -> {
            var nearest = Nearest.to(id, Rules.all().stream().map(Rule::id).toList());
            return new UsageException("explain: no rule '" + id + "'"
                    + nearest.map(name -> "; nearest: '" + name + "'").orElse("; 'taut explain --list' lists them"));
        });
    }
}
