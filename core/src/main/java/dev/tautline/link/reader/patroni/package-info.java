/// Reads the files of clusters that Patroni manages.
@NullMarked
package dev.tautline.link.reader.patroni;

import org.jspecify.annotations.NullMarked;
