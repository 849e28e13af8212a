package dev.tautline.store.picture;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All pictures by the slug of their product, drawn once at start.
final class Gallery {
    private final Map<String, byte[]> pictures = Stream.of(
                    RopeDrawings.all(),
                    RiggingDrawings.all(),
                    AnchorDrawings.all(),
                    NavigationDrawings.all(),
                    LampDrawings.all(),
                    PaintDrawings.all(),
                    ClothingDrawings.all(),
                    DeckDrawings.all(),
                    CordageDrawings.all(),
                    FittingDrawings.all(),
                    MooringDrawings.all(),
                    ChartTableDrawings.all(),
                    LightDrawings.all(),
                    CareDrawings.all(),
                    WardrobeDrawings.all(),
                    SafetyDrawings.all(),
                    GalleyDrawings.all(),
                    ToolDrawings.all())
            .flatMap(shelf -> shelf.entrySet().stream())
            .collect(Collectors.toMap(
                    Map.Entry::getKey,
                    entry -> entry.getValue().svg().getBytes(StandardCharsets.UTF_8),
                    (one, other) -> one,
                    TreeMap::new));

    Optional<byte[]> picture(String slug) {
        return Optional.ofNullable(pictures.get(slug)).map(byte[]::clone);
    }

    Set<String> slugs() {
        return Set.copyOf(pictures.keySet());
    }
}
