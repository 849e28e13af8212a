/// The ground on which scenarios and contests take place: the shop on its stage, with people who shop, a payment
/// provider, perhaps a pooler, and a guard in a process of its own. All of it but the guard can be struck by faults.
@NullMarked
package dev.tautline.ground;

import org.jspecify.annotations.NullMarked;
