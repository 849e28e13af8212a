package dev.tautline.store.picture;

/// The ground that a picture stands on: one per shelf, so that a page of goods has a colour of its own.
enum Tile {
    SAND("#eadfc8", "#f6efdf", "#b9a47a"),
    STEEL("#d6dfe3", "#e9eff1", "#93a3ab"),
    WATER("#cfe1e4", "#e4f0f1", "#86a9af"),
    PAPER("#ecdfca", "#f8f0e0", "#b79d72"),
    NIGHT("#1d3148", "#2c4663", "#0e1c2b"),
    SHED("#eeddd6", "#f9eeea", "#bb9a8f"),
    RAIN("#d3e0da", "#e7f0ec", "#8ba89b"),
    DECK("#e6dccf", "#f4ede3", "#ac9880"),
    GALLEY("#e9e2cf", "#f6f1e4", "#aba07f"),
    BENCH("#dcdcd2", "#ecece5", "#98988b");

    private final String ground;
    private final String light;
    private final String shadow;

    Tile(String ground, String light, String shadow) {
        this.ground = ground;
        this.light = light;
        this.shadow = shadow;
    }

    String svg() {
        return """
                <rect width="480" height="480" fill="%s"/><circle cx="240" cy="232" r="196" fill="%s"/>\
                <ellipse cx="240" cy="424" rx="150" ry="16" fill="%s" opacity="0.5"/>""".formatted(ground, light, shadow);
    }
}
