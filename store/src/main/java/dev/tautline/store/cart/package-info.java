/// The guest's basket. It lives in a signed cookie that carries the lines themselves, so it needs no database to
/// survive.
@NullMarked
package dev.tautline.store.cart;

import org.jspecify.annotations.NullMarked;
