/// Reads the configuration of Micronaut applications: one group of keys per data source.
@NullMarked
package dev.tautline.link.reader.micronaut;

import org.jspecify.annotations.NullMarked;
