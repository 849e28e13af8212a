/// When nobody is to be told: silences that a person sets, and maintenance that comes back by iCalendar's rules.
@NullMarked
package dev.tautline.alert.quiet;

import org.jspecify.annotations.NullMarked;
