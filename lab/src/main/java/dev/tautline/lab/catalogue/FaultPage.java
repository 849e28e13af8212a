package dev.tautline.lab.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// The page of a kind of fault, `docs/reference/faults/ID.md`.
///
/// @param text as Markdown
public record FaultPage(String id, String text) {
    /// In this order on every page.
    public static final List<String> HEADINGS = List.of(
            "What happens in life",
            "How it is injected",
            "What a JDBC client sees",
            "How long it lasts",
            "Which diagnosis must speak",
            "Which must not",
            "Sources");

    private static final Pattern CODE = Pattern.compile("`([a-z][a-z0-9-]*)`");

    static FaultPage of(String id) {
        try (var page = FaultPage.class.getResourceAsStream("pages/" + id + ".md")) {
            if (page == null) {
                throw new IllegalStateException("There is no page docs/reference/faults/%s.md".formatted(id));
            }
            return new FaultPage(id, new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read the page of " + id, unreadable);
        }
    }

    /// The heading of the page, which says what breaks.
    public String title() {
        return text.lines().findFirst().orElse("").replaceFirst("^#\\s*", "");
    }

    /// What stands under a heading; empty when the page lacks it.
    public String section(String heading) {
        return Arrays.stream(text.split("(?m)^## ", -1))
                .filter(section -> section.startsWith(heading + "\n"))
                .map(section -> section.substring(heading.length()).strip())
                .findFirst()
                .orElse("");
    }

    /// The diagnoses that must speak, by their ids; empty when a watcher must not page at all.
    public List<String> mustSpeak() {
        return ids("Which diagnosis must speak");
    }

    public List<String> mustNotSpeak() {
        return ids("Which must not");
    }

    private List<String> ids(String heading) {
        return CODE.matcher(section(heading))
                .results()
                .map(code -> code.group(1))
                .distinct()
                .toList();
    }
}
