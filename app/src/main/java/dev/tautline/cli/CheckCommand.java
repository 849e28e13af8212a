package dev.tautline.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taut check`: reviews the configuration of every line between services and databases, without connecting.
@InGroup(CommandGroup.REVIEW)
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Review the connection settings in files, without connecting.",
        footer = {
            "",
            "Folders are searched for the configuration of applications and their pools, Compose files, manifests of",
            "Kubernetes and charts of Helm, Terraform, units of systemd, .env files and Dockerfiles, and the files of",
            "poolers, proxies and servers; build output, hidden folders and test resources are left out.",
            "",
            "Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage, 3 nothing could be read."
        })
final class CheckCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "PATH|URL",
            description = "Files, folders and JDBC URLs to review (default: the current folder).")
    private List<String> inputs = List.of(".");

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of ${COMPLETION-CANDIDATES} (default: text).")
    private CheckFormat format = CheckFormat.TEXT;

    @Mixin
    private ReadOptions reading = new ReadOptions();

    @Mixin
    private PolicyOptions deciding = new PolicyOptions();

    @Mixin
    private FixOptions fixing = new FixOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        var fixes = fixing.isAsked();
        var policy = deciding.read(ReadOptions.paths(inputs));
        var outcome = review(policy);
        if (fixing.isToBeWritten()) {
            fixing.write(outcome.report(), spec.commandLine().getErr());
            outcome = review(policy);
        }
        var out = spec.commandLine().getOut();
        if (fixes && !fixing.isToBeWritten()) {
            fixing.show(outcome.report(), out, spec.commandLine().getErr());
        } else {
            format.renderer().render(outcome, out);
        }
        out.flush();
        return exitCode(outcome, policy);
    }

    private CheckOutcome review(PolicyOptions.InForce policy) {
        var read = policy.config().facts().with(reading.read("check", inputs));
        return new CheckOutcome(deciding.review(policy, read), read);
    }

    private static int exitCode(CheckOutcome outcome, PolicyOptions.InForce policy) {
        if (policy.failOn().isReachedBy(outcome.report())) {
            return ExitCode.FINDINGS;
        }
        var read = outcome.read();
        return read.filesRead() == 0 && read.link().clients().isEmpty() ? ExitCode.CANNOT_TELL : ExitCode.CLEAN;
    }
}
