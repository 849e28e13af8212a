/// Administration: how the shop is, orders and what is done with them, goods, imports. Pages for people who have
/// signed in; each says which permission it needs.
@NullMarked
package dev.tautline.store.admin;

import org.jspecify.annotations.NullMarked;
