/// Living with findings: which rules count and how much, which findings a team accepts and why. Pure: files are handed
/// in as text, and the date is passed in.
@NullMarked
package dev.tautline.check.policy;

import org.jspecify.annotations.NullMarked;
