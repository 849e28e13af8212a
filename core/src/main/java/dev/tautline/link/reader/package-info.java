/// Reads configuration files into links: each value keeps its file, line and column, and placeholders,
/// profiles and overrides are resolved as the framework would. What cannot be read becomes a problem, and
/// reading goes on.
@NullMarked
package dev.tautline.link.reader;

import org.jspecify.annotations.NullMarked;
