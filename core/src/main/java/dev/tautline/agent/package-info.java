/// The agent inside an application: what its pools and requests do each second, and its effective configuration. No
/// framework needed.
@NullMarked
package dev.tautline.agent;

import org.jspecify.annotations.NullMarked;
