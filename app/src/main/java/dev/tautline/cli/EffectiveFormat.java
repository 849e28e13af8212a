package dev.tautline.cli;

import dev.tautline.settings.Problem;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine.Help.Ansi;

/// The forms in which `taut effective` prints.
enum EffectiveFormat {
    TEXT(() -> new EffectiveText(Ansi.AUTO)),
    JSON(EffectiveJson::new);

    /// The clients, the hops and servers around them, and what could not be read.
    record Outcome(List<EffectiveClient> clients, List<EffectivePart> parts, List<Problem> problems) {
        Outcome {
            clients = List.copyOf(clients);
            parts = List.copyOf(parts);
            problems = List.copyOf(problems);
        }
    }

    /// Writes an outcome in one form.
    interface Renderer {
        void render(Outcome outcome, PrintWriter out);
    }

    @SuppressWarnings("ImmutableEnumChecker") // the suppliers hold nothing
    private final Supplier<Renderer> renderer;

    EffectiveFormat(Supplier<Renderer> renderer) {
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
