package dev.tautline.link.reader.compose;

import dev.tautline.link.reader.format.SourceText;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a Dockerfile gives a container that runs its last stage, or the stage named: variables, the command,
/// and which files of the build's folder went in (Dockerfile reference).
record Dockerfile(Map<String, Written> environment, List<Written> command, List<String> copied) {
    private static final Pattern INSTRUCTION =
            Pattern.compile("(?i)\\s*(FROM|ENV|ARG|COPY|ADD|CMD|ENTRYPOINT)\\s+(.*)");
    private static final Pattern PAIR = Pattern.compile("([A-Za-z_]\\w*)=((?:\"[^\"]*+\"|'[^']*+'|[^\\s\"'])*+)");
    private static final Pattern ITEM = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"");

    static Dockerfile read(SourceText source, Optional<String> stage) {
        var reader = new Reader(source);
        reader.read();
        return reader.stage(stage);
    }

    private static final class Stage {
        private final Map<String, Written> environment = new LinkedHashMap<>();
        private List<Written> entrypoint = List.of();
        private List<Written> command = List.of();
    }

    private static final class Reader {
        private final SourceText source;
        private final Map<String, Stage> stages = new LinkedHashMap<>();
        private final Map<String, Written> arguments = new LinkedHashMap<>();
        private final List<String> copied = new ArrayList<>();
        private Stage current = new Stage();

        Reader(SourceText source) {
            this.source = source;
        }

        void read() {
            var lines = source.text().lines().toList();
            var i = 0;
            while (i < lines.size()) {
                var first = i + 1;
                var text = new StringBuilder(lines.get(i));
                while (text.toString().endsWith("\\") && i + 1 < lines.size()) {
                    i++;
                    text.setLength(text.length() - 1);
                    text.append(' ').append(lines.get(i).startsWith("#") ? "" : lines.get(i));
                }
                i++;
                var instruction = INSTRUCTION.matcher(text);
                if (instruction.matches()) {
                    instruction(instruction.group(1), instruction.group(2), place(first, instruction.start(2) + 1));
                }
            }
        }

        private Origin.InFile place(int line, int column) {
            return source.place(line, column, "");
        }

        private void instruction(String name, String text, Origin.InFile at) {
            switch (name.toUpperCase(Locale.ROOT)) {
                case "FROM" -> from(text.strip());
                case "ENV" -> variables(text, at, current.environment);
                case "ARG" -> variables(text, at, arguments);
                case "CMD" -> current.command = words(text, at);
                case "ENTRYPOINT" -> {
                    current.entrypoint = words(text, at);
                    current.command = List.of();
                }
                default -> copy(text);
            }
        }

        private void from(String text) {
            var words = text.split("\\s+", -1);
            var image = words[0].startsWith("--") && words.length > 1 ? words[1] : words[0];
            var stage = new Stage();
            Optional.ofNullable(stages.get(image)).ifPresent(below -> {
                stage.environment.putAll(below.environment);
                stage.entrypoint = below.entrypoint;
                stage.command = below.command;
            });
            var name = words.length > 2 && words[words.length - 2].equalsIgnoreCase("as")
                    ? words[words.length - 1]
                    : String.valueOf(stages.size());
            stages.put(name, stage);
            current = stage;
        }

        private void variables(String text, Origin.InFile at, Map<String, Written> into) {
            var pairs = PAIR.matcher(text);
            if (pairs.lookingAt()) {
                pairs.reset();
                while (pairs.find()) {
                    var value = pairs.group(2);
                    var quote = value.startsWith("\"") || value.startsWith("'") ? 1 : 0;
                    put(pairs.group(1), Words.unquoted(value), at.plusColumns(pairs.start(2) + quote), into);
                }
            } else if (text.strip().contains(" ")) {
                var words = text.strip().split("\\s+", 2);
                put(words[0], words[1], at.plusColumns(text.indexOf(words[1])), into);
            }
        }

        private void put(String name, String value, Origin at, Map<String, Written> into) {
            var known = new LinkedHashMap<>(arguments);
            known.putAll(current.environment);
            into.put(name, new Interpolation(known).resolve(Written.of(name, value, at)));
        }

        private List<Written> words(String text, Origin.InFile at) {
            var isList = text.strip().startsWith("[");
            var words = isList
                    ? ITEM.matcher(text).results().map(item -> item.group(1)).toList()
                    : Words.inShell(text).stream().map(Words::unquoted).toList();
            return words.stream()
                    .map(word -> Written.of("command", word, at.plusColumns(Math.max(0, text.indexOf(word)))))
                    .toList();
        }

        /// What comes from another stage is not part of the build's folder.
        private void copy(String text) {
            if (!text.contains("--from=")) {
                var words = Words.inShell(text.replaceAll("[\\[\\],\"]", " ")).stream()
                        .filter(word -> !word.startsWith("--"))
                        .toList();
                copied.addAll(words.subList(0, Math.max(0, words.size() - 1)));
            }
        }

        Dockerfile stage(Optional<String> name) {
            var chosen = name.map(stages::get).orElse(current);
            var command = new ArrayList<>(chosen.entrypoint);
            command.addAll(chosen.command);
            return new Dockerfile(Map.copyOf(chosen.environment), List.copyOf(command), List.copyOf(copied));
        }
    }
}
