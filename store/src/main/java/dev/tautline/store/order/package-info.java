/// Orders as they are stored, and the page that a customer reaches by an unguessable token.
@NullMarked
package dev.tautline.store.order;

import org.jspecify.annotations.NullMarked;
