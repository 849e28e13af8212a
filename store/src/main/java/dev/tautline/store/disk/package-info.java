/// The instance's own directory on disk.
@NullMarked
package dev.tautline.store.disk;

import org.jspecify.annotations.NullMarked;
