package dev.tautline.cli;

import dev.tautline.check.Rule;
import dev.tautline.check.RulePage;
import dev.tautline.check.rules.Rules;
import dev.tautline.probe.FailureKind;
import dev.tautline.settings.Nearest;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taut explain`: the page of one rule of `taut check`, or of one diagnosis of `taut probe`.
@InGroup(CommandGroup.REVIEW)
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Explain a rule of 'taut check' (why it hurts, how to fix it, when to ignore it)",
            "or a diagnosis of 'taut probe' (what it means, what looks like it, who mends it)."
        })
final class ExplainCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "A rule's name, as in a finding, or a diagnosis', as in a failed step.")
    private @Nullable String name;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        new PageText(Screen.detected()).render(page(name), out);
        out.flush();
        return ExitCode.CLEAN;
    }

    private static String page(@Nullable String id) {
        if (id == null) {
            throw new UsageException("explain: name a rule, which 'taut rules' lists, or a diagnosis of 'taut probe'");
        }
        return RulePage.of(id)
                .map(RulePage::text)
                .or(() -> FailureKind.of(id).map(FailureKind::page))
                .orElseThrow(() -> unknown(id));
    }

    private static UsageException unknown(String id) {
        var names = Stream.concat(
                Rules.all().stream().map(Rule::id),
                Arrays.stream(FailureKind.values()).map(FailureKind::id));
        var nearest = Nearest.to(id, names.toList());
        return new UsageException("explain: no rule and no diagnosis '" + id + "'"
                + nearest.map(known -> "; nearest: '" + known + "'").orElse("; 'taut rules' lists the rules"));
    }
}
