/// What a change of a configuration risks: two links, before and after, compared client by client, and rules that judge
/// the step from one value to the other. A new rule is one class and one line in [ChangeRules].
@NullMarked
package dev.tautline.check.change;

import org.jspecify.annotations.NullMarked;
