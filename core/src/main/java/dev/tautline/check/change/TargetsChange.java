package dev.tautline.check.change;

import dev.tautline.check.change.Difference.Told;
import dev.tautline.link.Hop;
import dev.tautline.link.HopTarget;
import dev.tautline.settings.HostPort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a hop leads to, before and after: databases of a pooler, servers of a balancer.
final class TargetsChange {
    private static final String NONE = "not there";

    private TargetsChange() {}

    static List<Difference> between(Hop before, Hop after) {
        var were = byName(before);
        var are = byName(after);
        var names = new LinkedHashSet<>(were.keySet());
        names.addAll(are.keySet());
        var all = new ArrayList<Difference>();
        for (var name : names) {
            var was = were.get(name);
            var is = are.get(name);
            var whereTo = new Difference("to " + name, told(was, before), told(is, after));
            if (!whereTo.before().value().equals(whereTo.after().value())) {
                all.add(whereTo);
            }
            if (was != null && is != null) {
                all.addAll(settings(name, was, is));
            }
        }
        return all;
    }

    /// Several targets of one name, such as those of a template, count as the first.
    private static Map<String, HopTarget> byName(Hop hop) {
        var targets = new LinkedHashMap<String, HopTarget>();
        hop.targets().forEach(target -> targets.putIfAbsent(target.name(), target));
        return targets;
    }

    private static Told told(@Nullable HopTarget target, Hop hop) {
        return target == null
                ? new Told(NONE, hop.origin())
                : new Told(target.address().map(HostPort::toString).orElse("the default address"), target.origin());
    }

    private static List<Difference> settings(String name, HopTarget was, HopTarget is) {
        return new SettingsChange(
                        new SettingsChange.Side(was::get, was.settings(), was.origin()),
                        new SettingsChange.Side(is::get, is.settings(), is.origin()))
                .differences().stream()
                        .map(one -> new Difference(name + ": " + one.name(), one.before(), one.after()))
                        .toList();
    }
}
