/// Free ports to listen on.
@NullMarked
package dev.tautline.lab.net;

import org.jspecify.annotations.NullMarked;
