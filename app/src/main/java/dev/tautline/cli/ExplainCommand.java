package dev.tautline.cli;

import dev.tautline.check.Rule;
import dev.tautline.check.RulePage;
import dev.tautline.check.rules.Rules;
import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.CausePage;
import dev.tautline.diagnosis.hypothesis.Hypotheses;
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

/// `taut explain`: the page of one rule of `taut check`, of one diagnosis of `taut probe`, or of one cause that
/// `taut watch` names.
@InGroup(CommandGroup.REVIEW)
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Explain a rule of 'taut check' (why it hurts, how to fix it, when to ignore it)",
            "a diagnosis of 'taut probe' (what it means, what looks like it, who mends it)",
            "or a cause that 'taut watch' names (how it is recognised, what to do)."
        })
final class ExplainCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "A rule's name, as in a finding, a diagnosis', as in a failed step, or a cause's.")
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
            throw new UsageException("explain: name a rule, which 'taut rules' lists, a diagnosis of 'taut probe'"
                    + " or a cause that 'taut watch' names");
        }
        return RulePage.of(id)
                .map(RulePage::text)
                .or(() -> FailureKind.of(id).map(FailureKind::page))
                .or(() -> CausePage.of(id).map(CausePage::text))
                .orElseThrow(() -> unknown(id));
    }

    private static UsageException unknown(String id) {
        var names = Stream.of(
                        Rules.all().stream().map(Rule::id),
                        Arrays.stream(FailureKind.values()).map(FailureKind::id),
                        Hypotheses.all().stream()
                                .flatMap(hypothesis -> hypothesis.causes().stream())
                                .map(Cause::id))
                .flatMap(ids -> ids);
        var nearest = Nearest.to(id, names.toList());
        return new UsageException("explain: no rule, diagnosis or cause '" + id + "'"
                + nearest.map(known -> "; nearest: '" + known + "'").orElse("; 'taut rules' lists the rules"));
    }
}
