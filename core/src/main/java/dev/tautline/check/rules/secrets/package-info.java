/// Rules about where credentials stand.
@NullMarked
package dev.tautline.check.rules.secrets;

import org.jspecify.annotations.NullMarked;
