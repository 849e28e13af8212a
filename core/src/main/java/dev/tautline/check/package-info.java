/// The review of a link: what a rule is, and the engine that asks each rule about each client.
@NullMarked
package dev.tautline.check;

import org.jspecify.annotations.NullMarked;
