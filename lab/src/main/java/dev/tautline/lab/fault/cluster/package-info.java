/// Faults of how servers stand to each other: roles, replication, addresses.
@NullMarked
package dev.tautline.lab.fault.cluster;

import org.jspecify.annotations.NullMarked;
