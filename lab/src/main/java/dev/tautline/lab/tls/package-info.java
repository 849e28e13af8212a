/// Certificates of the lab's own making: an authority, and what it signs for servers.
@NullMarked
package dev.tautline.lab.tls;

import org.jspecify.annotations.NullMarked;
