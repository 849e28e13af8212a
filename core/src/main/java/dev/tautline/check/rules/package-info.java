/// The catalogue of all rules, assembled from its families.
@NullMarked
package dev.tautline.check.rules;

import org.jspecify.annotations.NullMarked;
