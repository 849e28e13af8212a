/// Cookies that the visitor carries and cannot forge: signed when they may be read, sealed when they hold an address.
@NullMarked
package dev.tautline.store.cookie;

import org.jspecify.annotations.NullMarked;
