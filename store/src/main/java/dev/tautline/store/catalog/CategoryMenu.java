package dev.tautline.store.catalog;

import dev.tautline.store.database.Refusal;
import dev.tautline.store.language.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// The shelves for every page's menu, read at most twice a minute by one visitor at a time, and kept while the database
/// is away: an error page with a menu is still a shop. Thread-safe.
@Component
class CategoryMenu {
    private static final Logger log = LoggerFactory.getLogger(CategoryMenu.class);
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    private final Catalogue catalogue;
    private final InstantSource clock;
    private final ReentrantLock looking = new ReentrantLock();
    private final Map<Language, Copy> copies = new ConcurrentHashMap<>();

    private record Copy(List<Category> categories, Instant nextLook) {}

    CategoryMenu(Catalogue catalogue, InstantSource clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    List<Category> categories() {
        var language = Language.current();
        var copy = copies.getOrDefault(language, new Copy(List.of(), Instant.MIN));
        if (!clock.instant().isBefore(copy.nextLook()) && looking.tryLock()) {
            try {
                copy = look(copy);
                copies.put(language, copy);
            } finally {
                looking.unlock();
            }
        }
        return copy.categories();
    }

    private Copy look(Copy before) {
        try {
            return new Copy(catalogue.categories(), clock.instant().plus(FRESH));
        } catch (DataAccessException failed) {
            // Told, and not thrown: the page that says what broke has this menu, too.
            Refusal.tell(log, failed, "The menu stays as it was");
            return new Copy(before.categories(), clock.instant().plus(PAUSE_AFTER_FAILURE));
        }
    }
}
