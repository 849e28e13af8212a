package dev.tautline.dashboard;

import dev.tautline.diagnosis.InstanceView;
import dev.tautline.diagnosis.PoolView;
import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.Scene;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one second adds to the charts: values by series. A series is named chart/subject; a subject that is silent has
/// no value, because what it last said is not now.
record Sample(long epochSecond, Map<String, Double> values) {
    static Sample of(Scene scene) {
        var values = new LinkedHashMap<String, Double>();
        for (var instance : scene.instances()) {
            if (instance.silentSeconds() == 0) {
                add(values, instance);
            }
        }
        for (var route : scene.routes()) {
            if (route.silentSeconds() == 0) {
                put(values, "roundTrip/" + route.target(), route.roundTripMinimum());
            }
        }
        return new Sample(scene.at().getEpochSecond(), values);
    }

    private static void add(Map<String, Double> values, InstanceView instance) {
        var name = instance.name();
        put(values, "requests/" + name, instance.requests().perSecond());
        put(values, "p95/" + name, instance.requests().totalP95());
        if (!instance.pools().isEmpty()) {
            values.put("connections/" + name, (double)
                    instance.pools().stream().mapToInt(PoolView::active).sum());
        }
    }

    private static void put(Map<String, Double> values, String series, @Nullable Reading reading) {
        if (reading != null && Double.isFinite(reading.now())) {
            values.put(series, reading.now());
        }
    }
}
