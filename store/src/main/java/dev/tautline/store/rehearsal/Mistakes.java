package dev.tautline.store.rehearsal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How hard each mistake is made; 0 is not at all.
///
/// @param enabled nothing is done without it
/// @param leaksConnections borrowed and never given back, each minute
/// @param moreQueries small ones that each page asks, one after another
/// @param worksInTransaction milliseconds in which each page holds a connection idle in a transaction
/// @param slowPages milliseconds that each page takes more, without a connection
@ConfigurationProperties("chandlery.rehearsal")
record Mistakes(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("0") double leaksConnections,
        @DefaultValue("0") double moreQueries,
        @DefaultValue("0") double worksInTransaction,
        @DefaultValue("0") double slowPages) {}
