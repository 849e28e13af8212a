package dev.tautline.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.UsageMessageSpec;

/// Where the program starts: runs one command and exits with its code.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(run(new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err), args));
    }

    /// Runs one command as the process of its own that it mostly is, and answers its exit code.
    static int run(OutputStream out, OutputStream err, String... args) {
        var result = new ResultStream(out, Main::leaveUnread);
        // UTF-8 as picocli writes it, whatever a bare container's locale says.
        System.setOut(new PrintStream(result, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        var code = run(args);
        return result.failure().map(Main::exitCode).orElse(code);
    }

    private static int run(String[] args) {
        Carriers.provide();
        try {
            Logging.level(System.getenv(Logging.VARIABLE));
        } catch (UsageException e) {
            System.err.println("taut: " + e.getMessage());
            return ExitCode.USAGE;
        }
        if (!staysOffline(args)) {
            FreshNames.require();
        }
        return commandLineFor(args).execute(args);
    }

    /// The command line with all that these arguments can ask for, ready to execute; tests give it their own writers.
    /// When they begin with a command, with no other: to describe all commands takes longer than most of them run.
    static CommandLine commandLineFor(String... arguments) {
        var named = first(arguments);
        return commandLine(named.isEmpty() ? Taut.COMMANDS : named);
    }

    private static boolean staysOffline(String[] arguments) {
        var named = first(arguments);
        return !named.isEmpty() && Taut.OFFLINE.containsAll(named);
    }

    /// The command that these arguments begin with; none when an option comes first.
    private static List<Class<?>> first(String[] arguments) {
        return Taut.COMMANDS.stream()
                .filter(command -> arguments.length > 0 && name(command).equals(arguments[0]))
                .toList();
    }

    /// The whole command line.
    static CommandLine commandLine() {
        return commandLine(Taut.COMMANDS);
    }

    /// As its annotation has it, which takes longer to read for all commands than some of them run: `password-hash` of
    /// `PasswordHashCommand`.
    static String name(Class<?> command) {
        var words = new StringBuilder();
        var name = command.getSimpleName();
        for (int i = 0; i < name.length() - "Command".length(); i++) {
            boolean begins = Character.isUpperCase(name.charAt(i));
            words.append(begins && i > 0 ? "-" : "").append(Character.toLowerCase(name.charAt(i)));
        }
        return words.toString();
    }

    private static CommandLine commandLine(List<Class<?>> commands) {
        var commandLine = new CommandLine(new Taut());
        commands.forEach(commandLine::addSubcommand);
        commandLine
                .setExecutionExceptionHandler(executionErrors())
                .setParameterExceptionHandler(new UsageErrors())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
        var sections = commandLine.getHelpSectionMap();
        sections.remove(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING);
        sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new GroupedCommands());
        return commandLine;
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

    /// A reader that has gone (`taut … | head`) is no error worth a word; anything else (a full disk) is. Exits from a
    /// thread of its own: the one that wrote may hold locks that the shutdown hooks need.
    private static void leaveUnread(IOException e) {
        var code = exitCode(e);
        if (code != ExitCode.READER_GONE) {
            System.err.println("taut: cannot write the result: " + e.getMessage());
        }
        Thread.ofPlatform().daemon().start(() -> System.exit(code));
    }

    private static int exitCode(IOException e) {
        return String.valueOf(e.getMessage()).contains("Broken pipe") ? ExitCode.READER_GONE : ExitCode.CANNOT_TELL;
    }
}
