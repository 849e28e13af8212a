package dev.tautline.check.fix;

import java.util.ArrayList;
import java.util.List;

/// Two texts as a unified diff that `git apply` and `patch` take.
public final class UnifiedDiff {
    private static final int CONTEXT = 3;

    private UnifiedDiff() {}

    /// One line of the comparison: kept (` `), taken away (`-`) or added (`+`).
    private record Step(char sign, String line) {}

    /// The diff of a file; empty when nothing differs.
    public static String of(String name, String before, String after) {
        if (before.equals(after)) {
            return "";
        }
        var steps = steps(lines(before), lines(after));
        var diff = new StringBuilder("--- a/" + name + "\n+++ b/" + name + "\n");
        for (int i = 0; i < steps.size(); ) {
            if (steps.get(i).sign() == ' ') {
                i++;
                continue;
            }
            var end = endOfHunk(steps, i);
            hunk(steps, Math.max(0, i - CONTEXT), Math.min(steps.size(), end + CONTEXT), diff);
            i = Math.min(steps.size(), end + CONTEXT);
        }
        return diff.toString();
    }

    /// Where the changes end that are so near to each other that their contexts touch.
    private static int endOfHunk(List<Step> steps, int start) {
        var end = start + 1;
        for (int i = start; i < steps.size() && i <= end + 2 * CONTEXT; i++) {
            if (steps.get(i).sign() != ' ') {
                end = i + 1;
            }
        }
        return end;
    }

    private static void hunk(List<Step> steps, int from, int to, StringBuilder diff) {
        var before = steps.subList(0, from);
        var inside = steps.subList(from, to);
        diff.append("@@ -").append(range(before, inside, '+')).append(" +").append(range(before, inside, '-'));
        diff.append(" @@\n");
        for (var step : inside) {
            diff.append(step.sign()).append(step.line());
            if (!step.line().endsWith("\n")) {
                diff.append("\n\\ No newline at end of file\n");
            }
        }
    }

    /// Start and length on one side: that which has no line of sign `other`.
    private static String range(List<Step> before, List<Step> inside, char other) {
        var start = before.stream().filter(step -> step.sign() != other).count();
        var length = inside.stream().filter(step -> step.sign() != other).count();
        return (length == 0 ? start : start + 1) + "," + length;
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=\n)"));
    }

    /// Lines at both ends are the same in nearly every fix; what is between is compared line by line.
    private static List<Step> steps(List<String> a, List<String> b) {
        int head = 0;
        while (head < a.size() && head < b.size() && a.get(head).equals(b.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(a.size(), b.size()) - head
                && a.get(a.size() - 1 - tail).equals(b.get(b.size() - 1 - tail))) {
            tail++;
        }
        var steps = new ArrayList<Step>();
        a.subList(0, head).forEach(line -> steps.add(new Step(' ', line)));
        compare(a.subList(head, a.size() - tail), b.subList(head, b.size() - tail), steps);
        a.subList(a.size() - tail, a.size()).forEach(line -> steps.add(new Step(' ', line)));
        return steps;
    }

    /// The longest common subsequence, by the book.
    private static void compare(List<String> a, List<String> b, List<Step> steps) {
        var common = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                common[i][j] = a.get(i).equals(b.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
                steps.add(new Step(' ', a.get(i++)));
                j++;
            } else if (i < a.size() && (j == b.size() || common[i + 1][j] >= common[i][j + 1])) {
                steps.add(new Step('-', a.get(i++)));
            } else {
                steps.add(new Step('+', b.get(j++)));
            }
        }
    }
}
