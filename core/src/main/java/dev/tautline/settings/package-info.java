/// The model of one connection: what is known about how a service reaches a database, each value with its origin.
@NullMarked
package dev.tautline.settings;

import org.jspecify.annotations.NullMarked;
