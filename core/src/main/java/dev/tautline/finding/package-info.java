/// What a judgement says and to whom: severity, owner, and (for rules) the verdict.
@NullMarked
package dev.tautline.finding;

import org.jspecify.annotations.NullMarked;
