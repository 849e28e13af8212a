package dev.tautline.history;

import dev.tautline.alert.quiet.Silence;
import dev.tautline.incident.Incident;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// The JSON in the history's rows. A row that cannot be read costs itself, not the others.
final class Rows {
    private static final Logger LOG = LoggerFactory.getLogger(Rows.class);
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<Double>> VALUES = new TypeReference<>() {};

    private Rows() {}

    static String of(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static Optional<Incident> incident(String id, String json) {
        try {
            return Optional.of(MAPPER.readValue(json, Incident.class));
        } catch (JacksonException e) {
            LOG.error("incident {} of the history cannot be read and is left out: {}", id, e.getOriginalMessage());
            return Optional.empty();
        }
    }

    static Optional<Silence> silence(String id, String json) {
        try {
            return Optional.of(MAPPER.readValue(json, Silence.class));
        } catch (JacksonException e) {
            LOG.error("silence {} of the history cannot be read and is left out: {}", id, e.getOriginalMessage());
            return Optional.empty();
        }
    }

    static List<Double> values(String signal, String json) {
        try {
            return MAPPER.readValue(json, VALUES);
        } catch (JacksonException e) {
            LOG.error("the usual of {} cannot be read and is learnt anew: {}", signal, e.getOriginalMessage());
            return List.of();
        }
    }
}
