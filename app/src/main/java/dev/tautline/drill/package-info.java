/// Exercises that prove a promise under faults: `taut drill orders` has buyers order from the real shop while its
/// database, its payment provider and the shop itself misbehave by a seeded schedule, and then holds what each
/// of them says against the others.
@NullMarked
package dev.tautline.drill;

import org.jspecify.annotations.NullMarked;
