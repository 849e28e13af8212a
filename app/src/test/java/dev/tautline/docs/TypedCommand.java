package dev.tautline.docs;

import dev.tautline.docs.Document.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A line that a document has its reader type, and the lines that it shows below.
record TypedCommand(String line, List<String> shown) {
    private static final String PROMPT = "$ ";
    private static final Pattern TAUT = Pattern.compile("(?:^|\\s)(?:\\./)?taut (.*?)(?= [|&;]| \\d?>| #|$)");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    /// `console` blocks have a prompt before each command; in `sh` blocks every line is one.
    static List<TypedCommand> in(Block block) {
        return switch (block.language()) {
            case "console" -> withOutput(block.lines());
            case "sh" ->
                block.lines().stream()
                        .map(line -> new TypedCommand(line, List.of()))
                        .toList();
            default -> List.of();
        };
    }

    private static List<TypedCommand> withOutput(List<String> lines) {
        var commands = new ArrayList<TypedCommand>();
        for (var line : lines) {
            if (line.startsWith(PROMPT)) {
                commands.add(new TypedCommand(line.substring(PROMPT.length()), new ArrayList<>()));
            } else {
                commands.getLast().shown().add(line);
            }
        }
        return commands;
    }

    boolean callsTaut() {
        return TAUT.matcher(line).find() && !line.startsWith("#") && !line.startsWith("ln ");
    }

    /// What the program gets to see.
    List<String> arguments() {
        var call = TAUT.matcher(line);
        if (!call.find()) {
            throw new IllegalStateException("no call of taut: " + line);
        }
        return WORD.matcher(call.group(1))
                .results()
                .map(word -> word.group(word.group(1) != null ? 1 : word.group(2) != null ? 2 : 3))
                .toList();
    }

    boolean asksForExitCode() {
        return line.equals("echo $?");
    }
}
