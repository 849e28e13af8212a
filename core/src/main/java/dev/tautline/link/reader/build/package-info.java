/// Reads what an application is built of: versions of framework, pool and driver, and the libraries that it
/// uses.
@NullMarked
package dev.tautline.link.reader.build;

import org.jspecify.annotations.NullMarked;
