/// Real PostgreSQL clusters from embedded binaries, started in a temporary directory and gone when closed.
@NullMarked
package dev.tautline.lab.postgres;

import org.jspecify.annotations.NullMarked;
