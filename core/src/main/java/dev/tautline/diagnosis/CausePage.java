package dev.tautline.diagnosis;

import dev.tautline.finding.PackagedPages;
import java.util.Optional;

/// The page of one cause, in Markdown: what it is, how it is recognised, what looks like it, what to do.
public record CausePage(String id, String text) {
    /// The page packaged for a cause's name; empty when there is none.
    public static Optional<CausePage> of(String id) {
        return PackagedPages.of(CausePage.class, id).map(text -> new CausePage(id, text));
    }
}
