package dev.tautline.link.reader.jakarta;

import dev.tautline.link.Application;
import dev.tautline.link.Client;
import dev.tautline.link.reader.format.ClientSettings;
import dev.tautline.link.reader.format.OneFile;
import dev.tautline.link.reader.format.ReadUrl;
import dev.tautline.link.reader.format.Running;
import dev.tautline.link.reader.format.XmlTree;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Written;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A `datasource` of WildFly or JBoss EAP, in the server's own file or one that is deployed (WildFly model reference,
/// "subsystem=datasources"). What it has in memory has no pool worth a
/// judgement.
record WildFlyDataSource(XmlTree element) implements OneFile.Reading {
    static boolean isDataSource(XmlTree element) {
        return element.name().equals("datasource")
                && element.textAt("connection-url").isPresent()
                && isEnabled(element);
    }

    static boolean isEnabled(XmlTree element) {
        return element.attribute("enabled")
                .filter(enabled -> enabled.text().equals("false"))
                .isEmpty();
    }

    @Override
    public List<Client> clients(Application application, Running running, Collection<Problem> problems) {
        var url = ReadUrl.of(
                resolved("connection-url", element.textAt("connection-url").orElseThrow()), problems);
        var settings = new ClientSettings(running.versions(), url.parsed());
        element.children("connection-property")
                .forEach(property -> property.attribute("name")
                        .ifPresent(name -> settings.driver(name.text(), resolved(name.text(), property.text()))));
        return client(element, application, url, settings);
    }

    /// What data sources of both kinds say in the same way.
    static List<Client> client(XmlTree element, Application application, ReadUrl url, ClientSettings settings) {
        element.at("security").ifPresent(security -> {
            login(security, "user-name").ifPresent(settings::user);
            login(security, "password").ifPresent(settings::password);
        });
        var pool = url.parsed().filter(JdbcUrl::isEmbedded).isPresent() ? Pool.OTHER : Pool.IRON_JACAMAR;
        Stream.of("pool", "xa-pool", "timeout", "validation")
                .flatMap(group -> element.at(group).stream())
                .flatMap(group -> group.children().stream())
                .filter(child -> !child.text().text().isEmpty())
                .forEach(child -> settings.poolIfKnown(pool, child.name(), resolved(child.name(), child.text())));
        var name = Stream.of("pool-name", "jndi-name")
                .flatMap(attribute -> element.attribute(attribute).stream())
                .map(Written::text)
                .findFirst()
                .orElse("datasource");
        return List.of(new Client(application, name, "", pool, url.written(), url.parsed(), settings.build()));
    }

    /// Newer schemas have attributes, older ones elements.
    private static Optional<Written> login(XmlTree security, String name) {
        return security.attribute(name).or(() -> security.textAt(name)).map(written -> resolved(name, written));
    }

    /// `${env.DB_HOST:localhost}` is filled in by the server when it starts.
    static Written resolved(String key, Written written) {
        return new Written(
                key,
                written.text(),
                written.origin(),
                written.text().contains("${") ? List.of(written.text()) : List.of());
    }
}
