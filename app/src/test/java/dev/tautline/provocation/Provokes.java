package dev.tautline.provocation;

import dev.tautline.probe.FailureKind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The test makes these failures happen and has the ladder name them.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Provokes {
    FailureKind[] value();

    Ground on();
}
