package dev.tautline.stage;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A program of somebody else, such as a Prometheus, that runs beside the shop and sees the guard's login to the
/// database and no other.
///
/// @param name what people call it; its folder on the stage is named so
/// @param command the program and its arguments; `{folder}` stands for its folder, and at least one argument
///     `--option={folder}/…` must be there, by which a later run recognises what a killed one left
/// @param files what stands in its folder, by name
/// @param environment variables, without secrets
/// @param passwordVariable the variable by which it gets the password of the guard's role
/// @param health answers 200 when it is ready
public record ForeignProgram(
        String name,
        List<String> command,
        Map<String, String> files,
        Map<String, String> environment,
        Optional<String> passwordVariable,
        URI health) {
    private static final String FOLDER = "{folder}";

    public ForeignProgram {
        command = List.copyOf(command);
        files = Map.copyOf(files);
        environment = Map.copyOf(environment);
        if (command.stream()
                .noneMatch(argument -> argument.startsWith("--") && argument.contains("=" + FOLDER + "/"))) {
            throw new IllegalArgumentException(name + " has no argument --option={folder}/… to recognise it by");
        }
    }

    List<String> commandIn(Path folder) {
        return command.stream()
                .map(argument -> argument.replace(FOLDER, folder.toString()))
                .toList();
    }
}
