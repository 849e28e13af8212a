/// What a guard publishes, read over the dashboard's API as everybody else reads it: incidents and the latest second.
/// Who judges a guard by this knows no more than its users do.
@NullMarked
package dev.tautline.published;

import org.jspecify.annotations.NullMarked;
