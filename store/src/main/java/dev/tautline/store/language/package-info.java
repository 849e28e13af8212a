/// The languages that the shop speaks, and how a request says which one it wants: the German shop is the same shop
/// below `/de`. Pages, redirects and links need not know.
@NullMarked
package dev.tautline.store.language;

import org.jspecify.annotations.NullMarked;
