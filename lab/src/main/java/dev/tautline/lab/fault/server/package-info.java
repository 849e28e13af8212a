/// Faults of one server: its life, its limits, its rights, its work.
@NullMarked
package dev.tautline.lab.fault.server;

import org.jspecify.annotations.NullMarked;
