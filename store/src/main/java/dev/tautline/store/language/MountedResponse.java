package dev.tautline.store.language;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.http.HttpHeaders;

/// Keeps redirects inside of the language that was asked.
final class MountedResponse extends HttpServletResponseWrapper {
    private final String outer;
    private final String prefix;

    MountedResponse(HttpServletResponse response, HttpServletRequest request, Language language) {
        super(response);
        this.outer = request.getContextPath();
        this.prefix = language.prefix();
    }

    @Override
    public void setHeader(String name, String value) {
        super.setHeader(name, mounted(name, value));
    }

    @Override
    public void addHeader(String name, String value) {
        super.addHeader(name, mounted(name, value));
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        super.sendRedirect(mounted(HttpHeaders.LOCATION, location));
    }

    private String mounted(String name, String value) {
        if (!name.equalsIgnoreCase(HttpHeaders.LOCATION) || !value.startsWith("/") || value.startsWith("//")) {
            return value;
        }
        var whole = outer + prefix;
        return value.equals(whole) || value.startsWith(whole + "/") ? value : whole + value;
    }
}
