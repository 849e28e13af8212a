/// What a running server tells of itself, as the same model that files fill: settings in force, host-based rules,
/// standbys. What the role may not see is named, never guessed.
@NullMarked
package dev.tautline.link.live;

import org.jspecify.annotations.NullMarked;
