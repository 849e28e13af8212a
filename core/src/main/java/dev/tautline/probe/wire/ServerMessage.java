package dev.tautline.probe.wire;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// An ErrorResponse, by its field letters (PostgreSQL manual 18, section 54.8). The routine, `R`, is the name of the C
/// function that raised it and stays the same in every language; poolers leave it out.
public record ServerMessage(Map<Character, String> fields) {
    /// What a terminal or a report bears; a server may quote a whole statement.
    private static final int LONGEST = 1_000;

    public ServerMessage {
        fields = Map.copyOf(fields);
    }

    /// Reads the body of an ErrorResponse: field letter, text, zero, and again, up to a last zero.
    public static ServerMessage parse(byte[] body) {
        var fields = new HashMap<Character, String>();
        int at = 0;
        while (at < body.length && body[at] != 0) {
            int end = at + 1;
            while (end < body.length && body[end] != 0) {
                end++;
            }
            fields.put((char) body[at], new String(body, at + 1, end - at - 1, StandardCharsets.UTF_8));
            at = end + 1;
        }
        return new ServerMessage(fields);
    }

    public String sqlState() {
        return field('C');
    }

    public String routine() {
        return field('R');
    }

    public String text() {
        return field('M');
    }

    public String detail() {
        return field('D');
    }

    private static String bounded(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    /// PostgreSQL's own errors name the C routine; those of a pooler in between do not.
    public boolean fromPooler() {
        return !fields.containsKey('R');
    }

    public String words() {
        var words = field('S') + ": " + bounded(text());
        words += fields.containsKey('D') ? " DETAIL: " + bounded(field('D')) : "";
        return words + (fields.containsKey('H') ? " HINT: " + bounded(field('H')) : "");
    }

    private String field(char letter) {
        return fields.getOrDefault(letter, "");
    }
}
