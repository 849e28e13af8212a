package dev.tautline.lab.catalogue;

import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Intensity;
import java.lang.reflect.RecordComponent;

/// One parameter of a fault, as people see it.
///
/// @param allowed which values it takes, in words
/// @param says what it means
public record Parameter(String name, String allowed, String mild, String usual, String severe, String says) {
    static Parameter of(RecordComponent component) {
        var given = component.getAnnotation(Given.class);
        if (given == null) {
            throw new IllegalArgumentException("%s.%s lacks @Given"
                    .formatted(component.getDeclaringRecord().getSimpleName(), component.getName()));
        }
        return new Parameter(
                Spelling.kebab(component.getName()),
                Quantity.of(component.getType()).allowed(),
                given.mild().isEmpty() ? given.value() : given.mild(),
                given.value(),
                given.severe().isEmpty() ? given.value() : given.severe(),
                given.says());
    }

    public String at(Intensity intensity) {
        return switch (intensity) {
            case MILD -> mild;
            case USUAL -> usual;
            case SEVERE -> severe;
        };
    }
}
