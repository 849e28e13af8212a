package dev.tautline.cli;

import java.util.function.Supplier;

/// The forms in which `taut rules` can list rules.
enum RulesFormat {
    TEXT(() -> new RulesTable(Screen.detected())),
    JSON(RulesJson::new),
    MARKDOWN(RulesMarkdown::new);

    @SuppressWarnings("ImmutableEnumChecker") // the suppliers hold nothing
    private final Supplier<RulesRenderer> renderer;

    RulesFormat(Supplier<RulesRenderer> renderer) {
        this.renderer = renderer;
    }

    RulesRenderer renderer() {
        return renderer.get();
    }

    @Override
    public String toString() {
        return Lowercase.of(this);
    }
}
