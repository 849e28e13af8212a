package dev.tautline.check;

import dev.tautline.finding.PackagedPages;
import java.util.Optional;

/// The page of one rule, in Markdown: what it finds, why that hurts, examples, the cure.
public record RulePage(String id, String text) {
    /// The page packaged for a rule's name; empty when there is none.
    public static Optional<RulePage> of(String id) {
        return PackagedPages.of(RulePage.class, id).map(text -> new RulePage(id, text));
    }

    /// The first heading.
    public String title() {
        return text.lines()
                .findFirst()
                .map(line -> line.replaceFirst("^#\\s*", ""))
                .orElse(id);
    }

    /// What stands under a heading, such as `Why it hurts`; empty when the page lacks it.
    public String section(String heading) {
        var start = text.indexOf("\n## " + heading + "\n");
        if (start < 0) {
            return "";
        }
        var body = text.substring(text.indexOf('\n', start + 1) + 1);
        var end = body.indexOf("\n## ");
        return (end < 0 ? body : body.substring(0, end)).strip();
    }
}
