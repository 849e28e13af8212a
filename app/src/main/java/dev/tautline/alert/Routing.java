package dev.tautline.alert;

import dev.tautline.alert.quiet.Labels;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who hears of what. A receiver that routes name hears by them; any other hears of its owners' causes. Somebody always
/// hears.
record Routing(List<Receiver> receivers, List<Route> routes) {
    /// The names of those who are to be told.
    ///
    /// @param owner null while nobody knows whose it is
    Set<String> to(@Nullable Owner owner, Severity severity, Labels labels) {
        var to = new LinkedHashSet<String>();
        for (var route : routes) {
            if (route.leads(owner, severity, labels)) {
                to.addAll(route.to());
            }
        }
        unrouted()
                .filter(receiver -> receiver.hearsEverything()
                        || (owner != null && receiver.owners().contains(owner)))
                .forEach(receiver -> to.add(receiver.name()));
        return to.isEmpty() ? somebody(severity, labels) : to;
    }

    /// Those of the routes that only another owner would have taken; at last, everybody. What routes leave out for
    /// being of little weight wakes nobody, but what is high or critical always wakes somebody.
    private Set<String> somebody(Severity severity, Labels labels) {
        var to = routes.stream()
                .filter(route -> route.matchesBut(severity, labels))
                .flatMap(route -> route.to().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        boolean left = !routes.isEmpty() && severity.compareTo(Severity.HIGH) > 0;
        return to.isEmpty() && !left ? everybody() : to;
    }

    Set<String> everybody() {
        return receivers.stream().map(Receiver::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Stream<Receiver> unrouted() {
        return receivers.stream()
                .filter(receiver ->
                        routes.stream().noneMatch(route -> route.to().contains(receiver.name())));
    }
}
