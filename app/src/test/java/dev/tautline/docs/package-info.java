/// Holds the documents against the program and the repository.
@NullMarked
package dev.tautline.docs;

import org.jspecify.annotations.NullMarked;
