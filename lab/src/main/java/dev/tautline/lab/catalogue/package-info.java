/// The catalogue of faults: each with its id, its group, its parameters and its page. Ids and parameters are those that
/// people type, in a shell as in a scenario.
@NullMarked
package dev.tautline.lab.catalogue;

import org.jspecify.annotations.NullMarked;
