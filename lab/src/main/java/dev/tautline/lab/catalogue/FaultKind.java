package dev.tautline.lab.catalogue;

import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Group;
import dev.tautline.lab.fault.Intensity;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// One kind of fault. All of it is read from the record: the id from its name, the group from its package, parameters
/// from its components.
public final class FaultKind {
    private final Class<? extends Fault> type;
    private final List<Parameter> parameters;

    private FaultKind(Class<? extends Fault> type) {
        this.type = type;
        this.parameters =
                Arrays.stream(type.getRecordComponents()).map(Parameter::of).toList();
    }

    static FaultKind of(Class<? extends Fault> type) {
        return new FaultKind(type);
    }

    /// `path-latency` of the record `PathLatency`.
    public String id() {
        return Spelling.kebab(type.getSimpleName());
    }

    public Group group() {
        var name = type.getPackageName();
        return Group.valueOf(name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT));
    }

    public Class<? extends Fault> type() {
        return type;
    }

    public List<Parameter> parameters() {
        return parameters;
    }

    public FaultPage page() {
        return FaultPage.of(id());
    }

    /// With every parameter at this intensity.
    public Fault create(Intensity intensity) {
        var values = new LinkedHashMap<String, String>();
        parameters.forEach(parameter -> values.put(parameter.name(), parameter.at(intensity)));
        return create(values);
    }

    /// With these values, and the usual ones for what they leave out.
    ///
    /// @throws FaultRefused with all that is wrong
    public Fault create(Map<String, String> values) {
        var problems = new ArrayList<String>();
        var names = parameters.stream().map(Parameter::name).toList();
        values.keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> problems.add("%s has no parameter '%s'; it has %s%s"
                        .formatted(
                                id(),
                                name,
                                names.isEmpty() ? "none" : String.join(", ", names),
                                Spelling.nearest(name, names))));
        var components = type.getRecordComponents();
        var arguments = new Object[components.length];
        for (var index = 0; index < components.length; index++) {
            arguments[index] = value(components[index], parameters.get(index), values, problems);
        }
        if (!problems.isEmpty()) {
            throw new FaultRefused(problems);
        }
        return construct(arguments);
    }

    /// How it is written: id and parameters, `path-latency node=primary round-trip=200ms`.
    public String written(Map<String, String> values) {
        return id()
                + values.entrySet().stream()
                        .map(entry -> " " + entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining());
    }

    private Object value(
            RecordComponent component, Parameter parameter, Map<String, String> values, List<String> problems) {
        var text = values.getOrDefault(parameter.name(), parameter.usual());
        return Quantity.of(component.getType()).read(text).orElseGet(() -> {
            problems.add(
                    "%s: '%s' is '%s', allowed is %s".formatted(id(), parameter.name(), text, parameter.allowed()));
            return "";
        });
    }

    private Fault construct(Object[] arguments) {
        var types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getConstructor(types).newInstance(arguments);
        } catch (InvocationTargetException refused) {
            throw new FaultRefused(List.of(id() + ": " + reason(refused)));
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(type + " is no public record", broken);
        }
    }

    private static String reason(InvocationTargetException refused) {
        var cause = refused.getCause();
        return cause == null ? refused.toString() : String.valueOf(cause.getMessage());
    }

    @Override
    public String toString() {
        return id();
    }
}
