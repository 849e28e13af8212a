/// Events written in the transaction that caused them, and the worker that turns each into one mail.
@NullMarked
package dev.tautline.store.outbox;

import org.jspecify.annotations.NullMarked;
