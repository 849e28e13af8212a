/// What every part of the lab shares: the injection whose close heals, deadlines that say what was awaited,
/// and the root of the lab's exceptions. It depends on nothing else of the lab.
@NullMarked
package dev.tautline.lab;

import org.jspecify.annotations.NullMarked;
