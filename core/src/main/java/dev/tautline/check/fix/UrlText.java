package dev.tautline.check.fix;

import dev.tautline.check.fix.Located.Refused;
import dev.tautline.check.fix.Located.Splice;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// A JDBC URL within a line.
record UrlText(String text, Lines lines, FileKind kind) {
    Located add(int line, int start, String name, String value) {
        var written = Value.at(text, lines, kind, line, start);
        if (written.isEmpty() || !written.get().text().startsWith("jdbc:")) {
            return new Refused("the URL is not written plainly in one line");
        }
        var url = written.get().text();
        var hasParameters = url.contains("?");
        if (!hasParameters && url.indexOf("${", url.lastIndexOf('/')) >= 0) {
            return new Refused("a placeholder ends the URL and may hold parameters of its own");
        }
        var end = written.get().end();
        var parameter = name + "=" + encoded(value);
        var opened = url.endsWith("?") || url.endsWith("&");
        return new Splice(end, end, (opened ? "" : hasParameters ? "&" : "?") + parameter, "&" + parameter);
    }

    /// Takes a parameter away, with one of the signs around it.
    Located remove(int line, int start) {
        var end = endOfParameter(text, start, lines.end(line));
        var isLast = end >= lines.end(line) || text.charAt(end) != '&';
        return isLast ? Splice.alone(start - 1, end, "") : Splice.alone(start, end + 1, "");
    }

    static int endOfParameter(String text, int start, int limit) {
        var end = start;
        while (end < limit && "&;\"' \t".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /// As pgjdbc decodes it: percent signs, no plus.
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
