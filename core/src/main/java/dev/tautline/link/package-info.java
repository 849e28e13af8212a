/// The model of a link: clients, hops and servers, what runs them, and the routes between them. It knows
/// nothing of how it was found out, nor of what judges it.
@NullMarked
package dev.tautline.link;

import org.jspecify.annotations.NullMarked;
