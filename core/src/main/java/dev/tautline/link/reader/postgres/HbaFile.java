package dev.tautline.link.reader.postgres;

import dev.tautline.link.HbaLine;
import dev.tautline.link.Server;
import dev.tautline.link.reader.format.Included;
import dev.tautline.link.reader.format.Inclusions;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.TextFiles;
import dev.tautline.link.reader.format.Unfilled;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// The lines of a `pg_hba.conf` with what it includes (PostgreSQL 18 manual, "The pg_hba.conf File"; include
/// directives are new in 16). A backslash at the end of a line goes on with the next one.
public final class HbaFile {
    private static final Set<String> TYPES =
            Set.of("local", "host", "hostssl", "hostnossl", "hostgssenc", "hostnogssenc");

    private final Collection<Problem> problems;
    private final List<HbaLine> lines = new ArrayList<>();
    private final Inclusions inclusions = new Inclusions();

    private HbaFile(Collection<Problem> problems) {
        this.problems = problems;
    }

    public static Server.Hba read(SourceText source, Collection<Problem> problems) {
        var file = new HbaFile(problems);
        file.lines(source);
        return new Server.Hba(file.lines, source.place(1, 1, ""));
    }

    private void lines(SourceText source) {
        var all = source.text().lines().toList();
        var joined = new StringBuilder();
        for (int i = 0; i < all.size(); i++) {
            var text = all.get(i);
            if (text.endsWith("\\") && i + 1 < all.size()) {
                joined.append(text, 0, text.length() - 1);
            } else {
                line(source, i + 1, HbaTokens.of(joined + text));
                joined.setLength(0);
            }
        }
    }

    private void line(SourceText source, int number, HbaTokens tokens) {
        if (tokens.size() == 0) {
            return;
        }
        var origin = source.place(number, tokens.column(0), "pg_hba");
        switch (tokens.word(0)) {
            case "include" -> include(source, tokens, origin, true);
            case "include_if_exists" -> include(source, tokens, origin, false);
            case "include_dir" -> folder(source, tokens, origin);
            case String type
            when TYPES.contains(type) ->
                rule(source, type, tokens, origin)
                        .ifPresentOrElse(lines::add, () -> problem(origin, "a line of this type needs more fields"));
            case String other ->
                problem(origin, "'" + other + "' is not a type of connection; allowed: " + String.join(", ", TYPES));
        }
    }

    private Optional<HbaLine> rule(SourceText source, String type, HbaTokens tokens, Origin origin) {
        var hasAddress = !type.equals("local");
        var hasMask = hasAddress && tokens.size() > 5 && isMask(tokens.word(4));
        var method = 3 + (hasAddress ? 1 : 0) + (hasMask ? 1 : 0);
        if (tokens.size() <= method) {
            return Optional.empty();
        }
        var address = hasMask ? tokens.word(3) + " " + tokens.word(4) : tokens.word(3);
        return Optional.of(new HbaLine(
                type,
                names(source, tokens.words(1)),
                names(source, tokens.words(2)),
                hasAddress ? Optional.of(address) : Optional.empty(),
                tokens.word(method),
                IntStream.range(method + 1, tokens.size())
                        .mapToObj(tokens::word)
                        .toList(),
                origin));
    }

    private static boolean isMask(String word) {
        return word.indexOf('/') < 0 && (word.matches("\\d{1,3}(\\.\\d{1,3}){3}") || word.contains(":"));
    }

    /// `@file` stands for the words in that file; one that is not there stays as it is written.
    private List<String> names(SourceText source, List<String> words) {
        var names = new ArrayList<String>();
        for (var word : words) {
            var file = word.startsWith("@") ? Included.file(source.file(), word.substring(1)) : Optional.<Path>empty();
            file.flatMap(found -> new TextFiles(problems).read(found))
                    .ifPresentOrElse(text -> names.addAll(words(text)), () -> names.add(word));
        }
        return names;
    }

    private static List<String> words(String text) {
        return text.lines()
                .map(HbaTokens::of)
                .flatMap(tokens -> IntStream.range(0, tokens.size()).boxed().flatMap(i -> tokens.words(i).stream()))
                .toList();
    }

    private void include(SourceText from, HbaTokens tokens, Origin origin, boolean isNeeded) {
        var target = tokens.size() > 1 ? unquoted(tokens.word(1)) : "";
        Included.file(from.file(), target).ifPresentOrElse(this::file, () -> {
            if (isNeeded) {
                lines.add(unseen(target, origin));
            }
        });
    }

    private void folder(SourceText from, HbaTokens tokens, Origin origin) {
        var target = tokens.size() > 1 ? unquoted(tokens.word(1)) : "";
        Included.folder(from.file(), target, ".conf")
                .ifPresentOrElse(files -> files.forEach(this::file), () -> lines.add(unseen(target, origin)));
    }

    /// Stands for the rules of a file that cannot be seen: any of them may match.
    private static HbaLine unseen(String target, Origin origin) {
        return new HbaLine("include", List.of(), List.of(), Optional.empty(), target, List.of(), origin);
    }

    private void file(Path file) {
        inclusions.enter(
                file,
                () -> new TextFiles(problems).read(file).ifPresent(text -> lines(SourceText.of(file, text))),
                () -> problem(new Origin.InFile(file, 1, 1, ""), Inclusions.refusal()));
    }

    private void problem(Origin origin, String message) {
        if (Unfilled.written("", message, origin).isResolved()) {
            problems.add(new Problem(origin, message));
        } else {
            lines.add(unseen(message, origin));
        }
    }

    private static String unquoted(String word) {
        return word.replace("\"", "").replace("'", "");
    }
}
