package dev.tautline.check.policy;

import dev.tautline.settings.Nearest;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/// Reads the comments `taut:ignore RULE[,RULE] reason: WORDS` of a file. On a line with a value they cover that line;
/// alone on a line, the next one that is no comment. One without a reason, or with an unknown rule, is a problem and
/// covers nothing.
final class SuppressionComments {
    private static final String MARK = "taut:ignore";
    private static final String FORM = "write 'taut:ignore RULE[,RULE] reason: WORDS'";
    private static final Pattern REST = Pattern.compile("\\s+(?<rules>[^:]*?)(?:\\s+reason:\\s*(?<reason>.*))?");

    private final Collection<String> knownRules;
    private final List<InlineSuppression> found = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    SuppressionComments(Collection<String> knownRules) {
        this.knownRules = List.copyOf(knownRules);
    }

    List<InlineSuppression> found() {
        return List.copyOf(found);
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    void read(Path file, String text) {
        if (!text.contains(MARK)) {
            return;
        }
        var syntax = CommentSyntax.of(file);
        var lines = text.split("\r\n|\r|\n", -1);
        for (int i = 0; i < lines.length; i++) {
            var start = syntax.startOfComment(lines[i], MARK);
            if (start >= 0) {
                var at = new Origin.InFile(file, i + 1, start + 1, "");
                var isAlone = lines[i].substring(0, start).isBlank();
                read(at, syntax.inside(lines[i], MARK), isAlone ? nextValue(syntax, lines, i) : i + 1);
            }
        }
    }

    private static int nextValue(CommentSyntax syntax, String[] lines, int comment) {
        var next = comment + 1;
        while (next < lines.length && syntax.isComment(lines[next])) {
            next++;
        }
        return next + 1;
    }

    private void read(Origin.InFile at, String rest, int line) {
        var parts = REST.matcher(rest);
        if (!parts.matches() || parts.group("rules").isBlank()) {
            problems.add(new Problem(at, "no rule is named; " + FORM));
            return;
        }
        var reason = parts.group("reason");
        if (reason == null || reason.isBlank()) {
            problems.add(new Problem(at, "a suppression needs a reason and is not used without one; " + FORM));
            return;
        }
        for (var rule : parts.group("rules").strip().split("\\s*,\\s*", -1)) {
            add(at, rule, line, reason.strip());
        }
    }

    private void add(Origin.InFile at, String rule, int line, String reason) {
        if (knownRules.contains(rule)) {
            found.add(new InlineSuppression(at, line, rule, reason));
            return;
        }
        problems.add(new Problem(
                at,
                "no rule '" + rule + "'"
                        + Nearest.to(rule, knownRules)
                                .map(name -> "; nearest: '" + name + "'")
                                .orElse("; 'taut rules' lists them")));
    }
}
