/// Servers and hops of workloads that run well-known images: what their variables, arguments and mounted files
/// say.
@NullMarked
package dev.tautline.link.reader.image;

import org.jspecify.annotations.NullMarked;
