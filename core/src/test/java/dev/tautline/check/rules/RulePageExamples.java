package dev.tautline.check.rules;

import dev.tautline.check.RulePage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The fenced blocks of a rule's page, as cases. A block is a file; a block after the line `with` is another file of
/// the same case; the line "Found at `file:line`." before a case says where the defect must be found.
record RulePageExamples(RulePage page) {
    private static final Pattern CASE_PART = Pattern.compile(
            "(?ms)(?:^Found at `(?<found>[^`]+)`\\.\\s*)?(?<with>^with\\s*)?^```(?<language>\\w+)(?: (?<name>[^\\n]+))?\\n(?<text>.*?)^```$");
    private static final Map<String, String> NAMES =
            Map.of("yaml", "application.yml", "properties", "application.properties");

    /// One configuration, and where the rule must find its defect, if it must.
    record Case(String section, int number, Map<String, String> files, Optional<String> found) {
        @Override
        public String toString() {
            return section + " " + number;
        }
    }

    List<Case> violating() {
        return cases("Violates", "Passes");
    }

    List<Case> passing() {
        return cases("Passes", "How to fix");
    }

    private List<Case> cases(String section, String next) {
        var start = page.text().indexOf("\n## " + section + "\n");
        var end = page.text().indexOf("\n## " + next + "\n");
        if (start < 0 || end < start) {
            throw new IllegalStateException(page.id() + " lacks the heading " + section + " or " + next);
        }
        var cases = new ArrayList<Case>();
        CASE_PART.matcher(page.text().substring(start, end)).results().forEach(part -> add(cases, section, part));
        return cases;
    }

    private static void add(List<Case> cases, String section, MatchResult part) {
        if (part.group("with") == null) {
            cases.add(new Case(
                    section, cases.size() + 1, new LinkedHashMap<>(), Optional.ofNullable(part.group("found"))));
        }
        var name = Optional.ofNullable(part.group("name"))
                .or(() -> Optional.ofNullable(NAMES.get(part.group("language"))))
                .orElseThrow();
        cases.getLast().files().put(name, part.group("text"));
    }
}
