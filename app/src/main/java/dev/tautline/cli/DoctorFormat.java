package dev.tautline.cli;

import java.io.PrintWriter;
import java.util.function.Supplier;

/// The forms in which `taut doctor` can tell what is wrong.
enum DoctorFormat {
    TEXT(() -> new DoctorText(Screen.detected())),
    JSON(DoctorJson::new),
    MARKDOWN(DoctorMarkdown::new);

    /// Writes a report in one form.
    interface Renderer {
        void render(DoctorReport report, PrintWriter out);
    }

    @SuppressWarnings("ImmutableEnumChecker") // the suppliers hold nothing
    private final Supplier<Renderer> renderer;

    DoctorFormat(Supplier<Renderer> renderer) {
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
