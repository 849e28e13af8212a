package dev.tautline.cli;

import java.io.PrintWriter;
import java.util.function.Supplier;

/// The forms in which `taut check` can tell its outcome.
enum CheckFormat {
    TEXT(() -> new CheckText(Screen.detected())),
    JSON(CheckJson::new),
    SARIF(CheckSarif::new),
    JUNIT(CheckJunit::new),
    MARKDOWN(CheckMarkdown::new),
    GITHUB(CheckGithub::new),
    GITLAB(CheckGitlab::new);

    /// Writes an outcome in one form.
    interface Renderer {
        void render(CheckOutcome outcome, PrintWriter out);
    }

    @SuppressWarnings("ImmutableEnumChecker") // the suppliers hold nothing
    private final Supplier<Renderer> renderer;

    CheckFormat(Supplier<Renderer> renderer) {
        this.renderer = renderer;
    }

    Renderer renderer() {
        return renderer.get();
    }

    @Override
    public String toString() {
        return Lowercase.of(this);
    }
}
