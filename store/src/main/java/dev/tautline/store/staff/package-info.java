/// Who works here: signing in with password and code, roles, sessions, the log of what was done. Everything of it lies
/// in tables that only administration's own database role can read.
@NullMarked
package dev.tautline.store.staff;

import org.jspecify.annotations.NullMarked;
