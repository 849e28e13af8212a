/// The postmortem as a page of its own, with charts of what was recorded around the incident.
@NullMarked
package dev.tautline.postmortem;

import org.jspecify.annotations.NullMarked;
