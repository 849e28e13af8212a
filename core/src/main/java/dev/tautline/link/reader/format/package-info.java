/// What all kinds of configuration files have in common: the interface of a format, texts with places,
/// documents and trees made of them, placeholders, and the facts that reading gathers.
@NullMarked
package dev.tautline.link.reader.format;

import org.jspecify.annotations.NullMarked;
