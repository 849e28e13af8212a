/// Hashing passwords, of customers and of staff.
@NullMarked
package dev.tautline.store.password;

import org.jspecify.annotations.NullMarked;
