/// The rules about whether the name and port of a URL lead to the database at all.
@NullMarked
package dev.tautline.check.rules.routing;

import org.jspecify.annotations.NullMarked;
