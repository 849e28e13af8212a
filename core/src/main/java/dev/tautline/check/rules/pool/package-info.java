/// Rules about the size and the lifecycle of a connection pool.
@NullMarked
package dev.tautline.check.rules.pool;

import org.jspecify.annotations.NullMarked;
