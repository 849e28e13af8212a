package dev.tautline.spring;

import dev.tautline.agent.Agent;
import dev.tautline.agent.RequestScope;
import dev.tautline.agent.VisitorHash;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Opens a request scope around each request. A status of 500 or more, or an exception, is an error.
final class RequestFilter extends OncePerRequestFilter {
    private final Agent agent;
    private final String visitorCookie;
    private final List<PathPattern> ignored;

    RequestFilter(Agent agent, String visitorCookie, List<String> ignoredPaths) {
        this.agent = agent;
        this.visitorCookie = visitorCookie;
        this.ignored = ignoredPaths.stream()
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(
                request.getRequestURI().substring(request.getContextPath().length()));
        return ignored.stream().anyMatch(pattern -> pattern.matches(path));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RequestScope scope = agent.request(VisitorHash.of(visitor(request)));
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException | Error e) {
            scope.failed();
            throw e;
        } finally {
            end(request, response, scope);
        }
    }

    private static void end(HttpServletRequest request, HttpServletResponse response, RequestScope scope) {
        if (request.isAsyncStarted()) {
            scope.leaveThread();
            request.getAsyncContext().addListener(new Completion(scope, response));
        } else {
            close(scope, response);
        }
    }

    private static void close(RequestScope scope, HttpServletResponse response) {
        if (response.getStatus() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            scope.failed();
        }
        scope.close();
    }

    private String visitor(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return Stream.of(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(visitorCookie))
                .map(Cookie::getValue)
                .findFirst()
                .orElseGet(request::getRemoteAddr);
    }

    /// Closes the scope of a request that another thread completes.
    private record Completion(RequestScope scope, HttpServletResponse response) implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {
            close(scope, response);
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            scope.failed();
        }

        @Override
        public void onError(AsyncEvent event) {
            scope.failed();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // A second start drops the listeners of the first (Servlet 6.1, AsyncContext.addListener).
            event.getAsyncContext().addListener(this);
        }
    }
}
