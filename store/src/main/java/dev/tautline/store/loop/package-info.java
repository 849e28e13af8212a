/// Background loops that outlive what breaks inside them.
@NullMarked
package dev.tautline.store.loop;

import org.jspecify.annotations.NullMarked;
