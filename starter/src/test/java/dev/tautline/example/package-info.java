/// A service of a user's own, tested against faults: what the guide "Faults in your own tests" shows.
@NullMarked
package dev.tautline.example;

import org.jspecify.annotations.NullMarked;
