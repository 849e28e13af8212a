package dev.tautline.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Where `taut --help` lists a command.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface InGroup {
    CommandGroup value();
}
