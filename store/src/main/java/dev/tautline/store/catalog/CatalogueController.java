package dev.tautline.store.catalog;

import dev.tautline.store.language.Language;
import dev.tautline.store.web.BadInput;
import dev.tautline.store.web.Degradation;
import dev.tautline.store.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

@Controller
class CatalogueController {
    private static final int PAGE_SIZE = 12;
    private static final int FAVOURITES = 8;
    private static final int RELATED = 4;
    private static final int LONGEST_QUERY = 100;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{2,60}");

    private final Catalogue catalogue;
    private final Search search;
    private final ProductPages pages;
    private final Degradation degradation;

    CatalogueController(Catalogue catalogue, Search search, ProductPages pages, Degradation degradation) {
        this.pages = pages;
        this.catalogue = catalogue;
        this.search = search;
        this.degradation = degradation;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("favourites", catalogue.favourites(FAVOURITES));
        return "home";
    }

    @GetMapping("/c/{slug}")
    String category(
            @PathVariable String slug,
            @RequestParam(defaultValue = "recommended") String sort,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(name = "material", required = false) @Nullable List<String> materials,
            @RequestParam(name = "price", required = false) @Nullable List<String> prices,
            @RequestParam(name = "stock", defaultValue = "false") boolean inStock,
            Model model) {
        var sorting = Sorting.byKey(sort).orElseThrow(() -> new BadInput("input.sorting"));
        if (page < 1 || page > 1000) {
            throw new BadInput("input.page");
        }
        var category = existing(slug).flatMap(catalogue::category).orElseThrow(() -> new NotFound("shelf"));
        var filter = ShelfFilter.of(orNone(materials), orNone(prices), inStock);
        var shelf = catalogue.shelf(slug);
        var found = filter.of(shelf).stream()
                .sorted(sorting.order(Language.current()))
                .toList();
        var results = ResultPage.of(found, page, PAGE_SIZE);
        if (!results.exists()) {
            throw new NotFound("page");
        }
        model.addAttribute("category", category);
        model.addAttribute("results", results);
        model.addAttribute("filter", filter);
        model.addAttribute("facets", filter.facets(shelf));
        model.addAttribute("sorting", sorting);
        model.addAttribute("sortings", Sorting.values());
        return "category";
    }

    private static List<String> orNone(@Nullable List<String> chosen) {
        return chosen == null ? List.of() : chosen;
    }

    @GetMapping("/p/{slug}")
    View product(@PathVariable String slug, HttpServletRequest request, Model model) throws Exception {
        var product = existing(slug).flatMap(catalogue::product).orElseThrow(() -> new NotFound("article"));
        var related = catalogue.related(product, RELATED);
        model.addAttribute("product", product);
        model.addAttribute("related", related);
        return pages.of(product, related, request);
    }

    @GetMapping("/search")
    String search(@RequestParam(defaultValue = "") String q, HttpServletResponse response, Model model) {
        var words = readable(q);
        model.addAttribute("q", words);
        var hits = words.isEmpty() ? null : search.find(words);
        if (hits != null && hits.fromMemory()) {
            degradation.mark(response, "search", "index");
        }
        model.addAttribute("hits", hits);
        return "search";
    }

    /// Options for the search field, for the script that asks while somebody types.
    @GetMapping("/search/suggestions")
    String suggestions(@RequestParam(defaultValue = "") String q, HttpServletResponse response, Model model) {
        var typed = readable(q);
        var suggestions = typed.length() < 2 ? new Search.Suggestions(List.of(), false) : search.suggest(typed);
        if (suggestions.fromMemory()) {
            degradation.mark(response, "search", "index");
        }
        model.addAttribute("names", suggestions.names());
        return "suggestions";
    }

    private static String readable(String typed) {
        var words = typed.strip();
        if (words.length() > LONGEST_QUERY || words.chars().anyMatch(Character::isISOControl)) {
            throw new BadInput("input.search", LONGEST_QUERY);
        }
        return words;
    }

    /// A slug that cannot exist is not asked for.
    private static Optional<String> existing(String slug) {
        return SLUG.matcher(slug).matches() ? Optional.of(slug) : Optional.empty();
    }
}
