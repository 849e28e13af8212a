/// Edits made: the change that mends a finding as a change of a file's text, which leaves every other byte as it is.
/// Pure:
/// texts in, texts out.
@NullMarked
package dev.tautline.check.fix;

import org.jspecify.annotations.NullMarked;
