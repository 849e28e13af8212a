package dev.tautline.probe.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// The message that opens a conversation, with the parameters that pgjdbc sends, so that a server or pooler which
/// would refuse the application's start-up refuses ours, too.
///
/// @param further what this client asks for besides
public record StartupMessage(String user, String database, Map<String, String> further) {
    public static final String APPLICATION_NAME = "taut";
    /// Protocol 3.0, which all servers since 7.4 speak.
    private static final int PROTOCOL = 3 << 16;

    public StartupMessage {
        further = Map.copyOf(further);
    }

    public byte[] encode() {
        var body = new ByteArrayOutputStream();
        parameters().forEach((name, value) -> {
            body.writeBytes((name + "\0" + value + "\0").getBytes(StandardCharsets.UTF_8));
        });
        body.write(0);
        int length = 2 * Integer.BYTES + body.size();
        return ByteBuffer.allocate(length)
                .putInt(length)
                .putInt(PROTOCOL)
                .put(body.toByteArray())
                .array();
    }

    private Map<String, String> parameters() {
        var all = new LinkedHashMap<String, String>();
        all.put("user", user);
        all.put("database", database);
        all.put("client_encoding", "UTF8");
        all.put("DateStyle", "ISO");
        all.put("TimeZone", "UTC");
        all.put("extra_float_digits", "3");
        all.put("application_name", APPLICATION_NAME);
        all.putAll(further);
        return all;
    }
}
