package dev.tautline.cli;

import dev.tautline.check.Rule;
import dev.tautline.check.RulePage;
import dev.tautline.check.rules.Rules;
import dev.tautline.settings.Nearest;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taut explain`: the page of one rule.
@InGroup(CommandGroup.REVIEW)
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Explain a rule of 'taut check': why it hurts, how to fix it, when to ignore it.")
final class ExplainCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "RULE", description = "A rule's name, as in a finding.")
    private @Nullable String rule;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        new PageText(Screen.detected()).render(page(rule), out);
        out.flush();
        return ExitCode.CLEAN;
    }

    private static RulePage page(@Nullable String id) {
        if (id == null) {
            throw new UsageException("explain: name a rule; 'taut rules' lists them");
        }
        return RulePage.of(id).orElseThrow(() -> {
            var nearest = Nearest.to(id, Rules.all().stream().map(Rule::id).toList());
            return new UsageException("explain: no rule '" + id + "'"
                    + nearest.map(name -> "; nearest: '" + name + "'").orElse("; 'taut rules' lists them"));
        });
    }
}
