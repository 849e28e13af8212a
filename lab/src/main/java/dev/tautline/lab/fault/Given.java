package dev.tautline.lab.fault;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a component of a fault is when nobody says otherwise, as people would write it: `200ms`, `64KB/s`, `5%`. The
/// component's type decides how that is read.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Given {
    /// The usual intensity.
    String value();

    /// When the fault is barely felt; empty: as usual.
    String mild() default "";

    /// When the fault is at its worst; empty: as usual.
    String severe() default "";

    /// What it means, for the catalogue.
    String says();
}
