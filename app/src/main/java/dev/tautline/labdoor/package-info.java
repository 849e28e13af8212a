/// How commands, and the game day page, reach the lab of a stage that runs in another process of the same user: over
/// loopback, with a token that only its owner can read. A stage opens its door when it is asked to, and nothing else
/// has
/// one. Here is also what is in force there, whoever injected it.
@NullMarked
package dev.tautline.labdoor;

import org.jspecify.annotations.NullMarked;
