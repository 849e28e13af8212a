package dev.tautline.cli;

import java.io.PrintWriter;
import java.security.Security;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Where the program starts: runs one command and exits with its code.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // The guard must see a changed address at once; the JDK would remember an old one for 30 s (java.security).
        Security.setProperty("networkaddress.cache.ttl", "0");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
        System.exit(commandLine().execute(args));
    }

    /// The whole command line, ready to execute; tests give it their own writers.
    static CommandLine commandLine() {
        return new CommandLine(new Taut())
                .setExecutionExceptionHandler(executionErrors())
                .setParameterExceptionHandler(usageErrors())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
    }

    private static IParameterExceptionHandler usageErrors() {
        return (ParameterException e, String[] args) -> {
            PrintWriter err = e.getCommandLine().getErr();
            err.println("taut: " + e.getMessage());
            if (!UnmatchedArgumentException.printSuggestions(e, err)) {
                err.println("Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
            }
            return ExitCode.USAGE;
        };
    }

    private static IExecutionExceptionHandler executionErrors() {
        return (e, commandLine, parsed) -> {
            PrintWriter err = commandLine.getErr();
            if (e instanceof UsageException) {
                err.println("taut: " + e.getMessage());
                return ExitCode.USAGE;
            }
            err.println("taut: this is a defect in taut; please report it with the lines below.");
            e.printStackTrace(err);
            return ExitCode.BUG;
        };
    }
}
