/// The rules about what was meant for trying out and went on from there: passwords, consoles, images.
@NullMarked
package dev.tautline.check.rules.leftovers;

import org.jspecify.annotations.NullMarked;
