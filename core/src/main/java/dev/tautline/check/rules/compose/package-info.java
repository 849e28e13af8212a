/// The rules about what a Compose file makes of databases and of those who wait for them.
@NullMarked
package dev.tautline.check.rules.compose;

import org.jspecify.annotations.NullMarked;
