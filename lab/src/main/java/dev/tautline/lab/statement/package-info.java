/// A proxy that knows PostgreSQL's messages and cuts connections at a chosen one: before a statement, after it, or at
/// the answer to a COMMIT, where nobody knows any more whether it happened.
@NullMarked
package dev.tautline.lab.statement;

import org.jspecify.annotations.NullMarked;
