/// Reads the configuration of Quarkus applications: profiles as prefixes of keys, data sources with or without a name.
@NullMarked
package dev.tautline.link.reader.quarkus;

import org.jspecify.annotations.NullMarked;
