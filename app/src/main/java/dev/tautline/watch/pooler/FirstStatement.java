package dev.tautline.watch.pooler;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Lets pgjdbc log in to the console of PgBouncer. The driver (42.7.14) begins each session with a `SET` when the other
/// side calls itself older than PostgreSQL 12, as the console does with its own version; the console grants `SET` to
/// its administrators only. The guard needs no administrator, so a `SHOW` of the same length takes the place of that
/// statement.
final class FirstStatement extends FilterOutputStream {
    private static final Pattern SET = Pattern.compile("SET extra_float_digits = \\d");
    private static final String SHOW = "SHOW VERSION              ";

    FirstStatement(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        var sent = new String(bytes, offset, count, StandardCharsets.ISO_8859_1);
        out.write(SET.matcher(sent).replaceFirst(SHOW).getBytes(StandardCharsets.ISO_8859_1));
    }
}
