/// Reads the files of PostgreSQL servers.
@NullMarked
package dev.tautline.link.reader.postgres;

import org.jspecify.annotations.NullMarked;
