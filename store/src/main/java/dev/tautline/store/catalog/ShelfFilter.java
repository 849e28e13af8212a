package dev.tautline.store.catalog;

import dev.tautline.store.web.BadInput;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a visitor wants to see of a shelf. Choices of one kind widen, kinds narrow: bronze or brass, and under €50.
/// Pure.
record ShelfFilter(Set<String> materials, Set<PriceBand> prices, boolean inStock) {
    private static final int MOST_CHOICES = 30;

    /// One choice of a kind, how many goods it leads to with the other kinds as they are, and whether it is chosen.
    public record Choice(String key, long count, boolean chosen) {}

    /// The choices that a shelf offers.
    public record Facets(List<Choice> materials, List<Choice> prices, long inStock) {}

    ShelfFilter {
        materials = Set.copyOf(materials);
        prices = Set.copyOf(prices);
    }

    static ShelfFilter of(List<String> materials, List<String> prices, boolean inStock) {
        if (materials.size() + prices.size() > MOST_CHOICES) {
            throw new BadInput("input.filter");
        }
        var bands = prices.stream()
                .map(key -> PriceBand.byKey(key).orElseThrow(() -> new BadInput("input.filter")))
                .collect(Collectors.toSet());
        return new ShelfFilter(new TreeSet<>(materials), bands, inStock);
    }

    /// As addresses write them.
    public List<String> priceKeys() {
        return prices.stream().sorted().map(PriceBand::key).toList();
    }

    public boolean chosen() {
        return inStock || !materials.isEmpty() || !prices.isEmpty();
    }

    List<ProductCard> of(List<ProductCard> shelf) {
        return shelf.stream()
                .filter(byMaterial().and(byPrice()).and(this::byStock))
                .toList();
    }

    Facets facets(List<ProductCard> shelf) {
        var ofMaterials = counted(shelf.stream().filter(byPrice().and(this::byStock)), ProductCard::material);
        var ofPrices = counted(
                shelf.stream().filter(byMaterial().and(this::byStock)),
                card -> band(card).key());
        var all = shelf.stream().map(ProductCard::material).distinct().sorted();
        return new Facets(
                all.map(key -> new Choice(key, ofMaterials.getOrDefault(key, 0L), materials.contains(key)))
                        .sorted(Comparator.comparing(Choice::count).reversed().thenComparing(Choice::key))
                        .toList(),
                Stream.of(PriceBand.values())
                        .map(band ->
                                new Choice(band.key(), ofPrices.getOrDefault(band.key(), 0L), prices.contains(band)))
                        .filter(choice -> choice.count() > 0 || choice.chosen())
                        .toList(),
                shelf.stream()
                        .filter(byMaterial().and(byPrice()))
                        .filter(ProductCard::buyable)
                        .count());
    }

    private Predicate<ProductCard> byMaterial() {
        return card -> materials.isEmpty() || materials.contains(card.material());
    }

    private Predicate<ProductCard> byPrice() {
        return card -> prices.isEmpty() || prices.contains(band(card));
    }

    private boolean byStock(ProductCard card) {
        return !inStock || card.buyable();
    }

    private static PriceBand band(ProductCard card) {
        return Stream.of(PriceBand.values())
                .filter(band -> band.holds(card.lowestPrice()))
                .findFirst()
                .orElse(PriceBand.FROM_100);
    }

    private static Map<String, Long> counted(Stream<ProductCard> cards, Function<ProductCard, String> key) {
        return cards.collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()));
    }
}
