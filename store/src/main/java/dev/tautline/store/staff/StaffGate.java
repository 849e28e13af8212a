package dev.tautline.store.staff;

import dev.tautline.store.cookie.CookieKey;
import dev.tautline.store.web.NotAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Stands before every page of administration: who has not signed in is sent to do so, who may not is told so, and a
/// form must bring the key that its page was given. What declares no need is refused.
@Component
public class StaffGate implements HandlerInterceptor {
    /// The field of every form here; the template of the layout knows it, too.
    public static final String FORM_KEY = "formKey";

    private static final String MEMBER = "staff";
    private static final String SESSION = StaffGate.class.getName() + ".session";
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final StaffSessions sessions;
    private final CookieKey key;
    private final AdminPlaces places;

    StaffGate(StaffSessions sessions, CookieKey key, AdminPlaces places) {
        this.places = places;
        this.sessions = sessions;
        this.key = key;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod page) || page.hasMethodAnnotation(Needs.Nothing.class)) {
            return true;
        }
        var session = sessions.read(request);
        if (session.isEmpty()) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, "/admin/login");
            return false;
        }
        // Also for the page that says no.
        request.setAttribute(MEMBER, session.get().member());
        places.prepare(request, session.get().member());
        var needs = page.getMethodAnnotation(Needs.class);
        if (needs == null || !session.get().member().may(needs.value())) {
            throw new NotAllowed("admin.not-allowed");
        }
        var expected = key.token("staff form", session.get().key());
        if (!READING.contains(request.getMethod()) && !same(expected, request.getParameter(FORM_KEY))) {
            throw new NotAllowed("admin.old-form");
        }
        request.setAttribute(SESSION, session.get());
        request.setAttribute(FORM_KEY, expected);
        return true;
    }

    /// Who sends this request.
    public static StaffMember member(HttpServletRequest request) {
        return session(request).member();
    }

    static StaffSessions.Session session(HttpServletRequest request) {
        if (request.getAttribute(SESSION) instanceof StaffSessions.Session session) {
            return session;
        }
        throw new IllegalStateException("this page is open to everybody");
    }

    private static boolean same(String expected, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
