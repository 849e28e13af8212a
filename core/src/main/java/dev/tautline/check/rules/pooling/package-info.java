/// Rules about poolers, and about what clients may not do through them.
@NullMarked
package dev.tautline.check.rules.pooling;

import org.jspecify.annotations.NullMarked;
