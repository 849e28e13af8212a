/// Product pictures, drawn as SVG from a few shapes. They need neither files nor the database.
@NullMarked
package dev.tautline.store.picture;

import org.jspecify.annotations.NullMarked;
