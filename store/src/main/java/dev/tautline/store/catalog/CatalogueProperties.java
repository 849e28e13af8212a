package dev.tautline.store.catalog;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// `refresh`: how often the database is asked for changes. `staleAfter`: when pages begin to say how old they are.
/// `searchWithin`: how long a search may take in the database before memory answers.
@ConfigurationProperties("chandlery.catalogue")
record CatalogueProperties(Duration refresh, Duration staleAfter, Duration searchWithin) {}
