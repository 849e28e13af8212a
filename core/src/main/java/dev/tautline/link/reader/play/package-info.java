/// Reads the configuration of Play applications, which is HOCON: data sources of Play itself and of Slick.
@NullMarked
package dev.tautline.link.reader.play;

import org.jspecify.annotations.NullMarked;
