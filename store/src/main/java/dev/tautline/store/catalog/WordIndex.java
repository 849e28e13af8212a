package dev.tautline.store.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Search without the database, over a snapshot: all words must occur, names weigh more than texts; when no word fits,
/// likeness by trigrams. The same two questions that the database is asked, so an outage changes the order of hits and
/// not what a shopper finds. Immutable.
final class WordIndex {
    // The weights A, B and C of PostgreSQL's ts_rank.
    private static final double NAME = 1.0;
    private static final double SUMMARY = 0.4;
    private static final double DESCRIPTION = 0.2;
    // As Search has it for word_similarity.
    private static final double ALIKE = 0.4;
    private static final double SUMMARY_ALIKE = 0.8;

    private final List<Entry> entries;

    private record Entry(
            String slug,
            String title,
            Set<String> name,
            Set<String> summary,
            Set<String> description,
            Set<String> skus,
            List<Trigrams> nameWords,
            List<Trigrams> summaryWords) {

        double rank(List<String> wanted) {
            var sum = 0.0;
            for (var word : wanted) {
                var rank = name.contains(word)
                        ? NAME
                        : summary.contains(word) ? SUMMARY : description.contains(word) ? DESCRIPTION : 0;
                if (rank == 0) {
                    return 0;
                }
                sum += rank;
            }
            return sum;
        }

        double likeness(Trigrams wanted) {
            return Math.max(best(wanted, nameWords), best(wanted, summaryWords) * SUMMARY_ALIKE);
        }

        private static double best(Trigrams wanted, List<Trigrams> words) {
            return words.stream().mapToDouble(wanted::within).max().orElse(0);
        }
    }

    private record Ranked(String slug, double rank) {}

    WordIndex(Snapshot.Edition edition) {
        this.entries = edition.products().stream()
                .map(product -> new Entry(
                        product.slug(),
                        product.name(),
                        stems(product.name()),
                        stems(product.summary()),
                        stems(product.description()),
                        product.variants().stream().map(Product.Variant::sku).collect(Collectors.toUnmodifiableSet()),
                        Trigrams.words(product.name()).map(Trigrams::of).toList(),
                        Trigrams.words(product.summary()).map(Trigrams::of).toList()))
                .toList();
    }

    List<String> byWords(String query, int limit) {
        var sku = query.strip().toUpperCase(Locale.ROOT);
        var wanted = new ArrayList<>(stems(query));
        return ranked(
                entries.stream()
                        .map(entry -> new Ranked(
                                entry.slug(),
                                entry.skus().contains(sku)
                                        ? Double.MAX_VALUE
                                        : wanted.isEmpty() ? 0 : entry.rank(wanted)))
                        .filter(hit -> hit.rank() > 0),
                limit);
    }

    List<String> byLikeness(String query, int limit) {
        var wanted = Trigrams.of(query);
        return ranked(
                entries.stream()
                        .map(entry -> new Ranked(entry.slug(), entry.likeness(wanted)))
                        .filter(hit -> hit.rank() >= ALIKE),
                limit);
    }

    /// Names that begin with what was typed, then those that hold it, then those that are like it.
    List<String> suggestions(String typed, int limit) {
        var wanted = typed.toLowerCase(Locale.ROOT);
        var alike = Trigrams.of(typed);
        record Named(String title, double rank) {}
        return entries.stream()
                .map(entry -> {
                    var name = entry.title().toLowerCase(Locale.ROOT);
                    var rank = name.startsWith(wanted)
                            ? 3
                            : name.contains(wanted) ? 2 : Entry.best(alike, entry.nameWords());
                    return new Named(entry.title(), rank);
                })
                .filter(named -> named.rank() >= ALIKE)
                .sorted(Comparator.comparingDouble(Named::rank).reversed())
                .map(Named::title)
                .distinct()
                .limit(limit)
                .toList();
    }

    /// A stable sort: equal ranks keep the recommended order.
    private static List<String> ranked(Stream<Ranked> hits, int limit) {
        return hits.sorted(Comparator.comparingDouble(Ranked::rank).reversed())
                .limit(limit)
                .map(Ranked::slug)
                .toList();
    }

    private static Set<String> stems(String text) {
        return Trigrams.words(text).map(WordIndex::stem).collect(Collectors.toUnmodifiableSet());
    }

    /// Endings of both languages off: "shackles" and "shackle" are one word, "Leinen" and "Leine" are.
    private static String stem(String word) {
        var stem = word;
        for (var ending : List.of("ings", "ing", "ies", "en", "er", "es", "s", "e", "n", "y")) {
            if (stem.length() > ending.length() + 2 && stem.endsWith(ending) && !stem.endsWith("ss")) {
                return stem.substring(0, stem.length() - ending.length());
            }
        }
        return stem;
    }
}
