/// Rules about the text of a URL before anything is connected.
@NullMarked
package dev.tautline.check.rules.resolution;

import org.jspecify.annotations.NullMarked;
