/// Revisions of a git repository as folders to read, through the program `git`. Nothing in the repository or its
/// working tree is touched.
@NullMarked
package dev.tautline.revision;

import org.jspecify.annotations.NullMarked;
