package dev.tautline.provocation;

import dev.tautline.probe.FailureKind;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// On what each diagnosis is provoked, as the tests say.
record Provocations(Map<FailureKind, Set<Ground>> grounds) {

    static Provocations inThisPackage() {
        var grounds = new EnumMap<FailureKind, Set<Ground>>(FailureKind.class);
        tests().flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> method.getAnnotation(Provokes.class))
                .filter(provokes -> provokes != null)
                .forEach(provokes -> {
                    for (var kind : provokes.value()) {
                        grounds.computeIfAbsent(kind, _ -> EnumSet.noneOf(Ground.class))
                                .add(provokes.on());
                    }
                });
        return new Provocations(grounds);
    }

    Set<FailureKind> kinds() {
        return grounds.keySet();
    }

    Set<Ground> grounds(FailureKind kind) {
        return grounds.getOrDefault(kind, Set.of());
    }

    private static Stream<Class<?>> tests() {
        try (var files = Files.list(Path.of(Provocations.class.getResource(".").toURI()))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.class"))
                    .<Class<?>>map(name -> load(name.replaceFirst("\\.class$", "")))
                    .toList()
                    .stream();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the compiled tests cannot be listed", e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(Provocations.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
