/// `taut.yaml`, the one file in which a team tells Tautline what it knows and wants: what to watch, how to judge, and
/// what managed databases are like. This package knows the sections; who uses one reads it.
@NullMarked
package dev.tautline.config;

import org.jspecify.annotations.NullMarked;
