package dev.tautline.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine.Help.Ansi;

/// The forms in which `taut diff` can tell its outcome.
enum DiffFormat {
    TEXT(() -> new DiffText(Ansi.AUTO)),
    JSON(DiffJson::new),
    MARKDOWN(DiffMarkdown::new);

    /// Writes an outcome in one form.
    interface Renderer {
        void render(DiffOutcome outcome, PrintWriter out);
    }

    @SuppressWarnings("ImmutableEnumChecker") // the suppliers hold nothing
    private final Supplier<Renderer> renderer;

    DiffFormat(Supplier<Renderer> renderer) {
        this.renderer = renderer;
    }

    Renderer renderer() {
        return renderer.get();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
