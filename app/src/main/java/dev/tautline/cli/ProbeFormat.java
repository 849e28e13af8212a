package dev.tautline.cli;

import java.io.PrintWriter;
import java.util.function.Supplier;

/// The forms in which `taut probe` can tell its outcome.
enum ProbeFormat {
    TEXT(() -> new ProbeText(Screen.detected())),
    JSON(ProbeJson::new),
    JUNIT(ProbeJunit::new),
    MARKDOWN(ProbeMarkdown::new);

    /// Writes an outcome in one form.
    interface Renderer {
        void render(ProbeOutcome outcome, PrintWriter out);
    }

    @SuppressWarnings("ImmutableEnumChecker") // the suppliers hold nothing
    private final Supplier<Renderer> renderer;

    ProbeFormat(Supplier<Renderer> renderer) {
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
