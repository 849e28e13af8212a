package dev.tautline.lab.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// Gives a test class a cluster of its own, which a test method gets as a parameter of type [LabCluster]. Faults that a
/// test leaves in force are healed after it.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LabExtension.class)
public @interface Lab {
    /// Streaming standbys beside the primary, 0 to 8.
    int standbys() default 0;

    /// The application's database; its owner is the role of the same name.
    String database() default LabCluster.DATABASE;
}
