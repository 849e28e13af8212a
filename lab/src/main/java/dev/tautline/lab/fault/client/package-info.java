/// Faults of the application: its pool, its driver, its code, and its crowd.
@NullMarked
package dev.tautline.lab.fault.client;

import org.jspecify.annotations.NullMarked;
