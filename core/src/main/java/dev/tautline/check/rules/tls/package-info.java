/// Rules about encryption and about whom a client believes.
@NullMarked
package dev.tautline.check.rules.tls;

import org.jspecify.annotations.NullMarked;
