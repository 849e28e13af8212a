package dev.tautline.link.reader.spring;

import dev.tautline.link.Application;
import dev.tautline.link.Client;
import dev.tautline.link.reader.format.ClientSettings;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Written;
import java.util.Collection;
import java.util.Optional;

/// A client of which nothing but the URL is known.
public final class UrlClient {
    private UrlClient() {}

    /// From a URL that somebody typed; empty, with a problem, when it is none.
    public static Optional<Client> typed(String url, Collection<Problem> problems) {
        return of(
                Application.named("command line"), Written.of("url", url, new Origin.Given("command line")), problems);
    }

    /// From a URL that stands somewhere.
    public static Optional<Client> of(Application application, Written url, Collection<Problem> problems) {
        var parsed = JdbcUrl.parse(url.text(), url.origin());
        problems.addAll(parsed.problems());
        return parsed.url()
                .map(found -> new Client(
                        application,
                        found.toString(),
                        "",
                        Pool.NONE,
                        url,
                        parsed.url(),
                        new ClientSettings(Versions.UNKNOWN, parsed.url()).build()));
    }
}
