/// Reads the files of MySQL and MariaDB servers.
@NullMarked
package dev.tautline.link.reader.mysql;

import org.jspecify.annotations.NullMarked;
