package dev.tautline.link.reader.jakarta;

import dev.tautline.link.Application;
import dev.tautline.link.Client;
import dev.tautline.link.reader.format.ClientSettings;
import dev.tautline.link.reader.format.OneFile;
import dev.tautline.link.reader.format.ReadUrl;
import dev.tautline.link.reader.format.Running;
import dev.tautline.link.reader.format.XmlTree;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Written;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// A `Resource` of Tomcat's that is a data source; its attributes are the pool's settings. Without a
/// `factory`, it is a DBCP 2 pool that Tomcat brings along (Tomcat 11 manual, "JNDI Datasource How-To").
record TomcatResource(XmlTree element) implements OneFile.Reading {
    private static final Set<String> NOT_OF_THE_POOL = Set.of(
            "name",
            "auth",
            "type",
            "factory",
            "closeMethod",
            "description",
            "scope",
            "singleton",
            "uniqueResourceName",
            "url",
            "jdbcUrl",
            "username",
            "user",
            "password");

    static boolean isDataSource(XmlTree element) {
        return element.name().equals("Resource")
                && element.attribute("type")
                        .map(type -> type.text().endsWith("DataSource"))
                        .orElse(false)
                && !element.attribute("type").orElseThrow().text().equals("javax.sql.XADataSource");
    }

    @Override
    public List<Client> clients(Application application, Running running, Collection<Problem> problems) {
        var url = element.attribute("url")
                .or(() -> element.attribute("jdbcUrl"))
                .map(TomcatResource::resolved)
                .map(written -> ReadUrl.of(written, problems))
                .orElseGet(() -> ReadUrl.missing("url", element.origin()));
        var settings = new ClientSettings(running.versions(), url.parsed());
        element.attribute("username")
                .or(() -> element.attribute("user"))
                .map(TomcatResource::resolved)
                .ifPresent(settings::user);
        element.attribute("password").map(TomcatResource::resolved).ifPresent(settings::password);
        readPool(settings);
        var name = element.attribute("name").map(Written::text).orElse("Resource");
        return List.of(new Client(application, name, "", pool(), url.written(), url.parsed(), settings.build()));
    }

    private void readPool(ClientSettings settings) {
        element.attributes().forEach((name, written) -> {
            if (name.equals("connectionProperties")) {
                settings.driverList(resolved(written));
            }
            if (!NOT_OF_THE_POOL.contains(name)) {
                settings.poolOfFactory(pool(), name, resolved(written));
            }
        });
    }

    private Pool pool() {
        return element.attribute("factory")
                .map(factory -> Pool.ofClass(factory.text()))
                .orElse(Pool.DBCP2);
    }

    /// Tomcat replaces `${name}` by system properties, which no file holds.
    private static Written resolved(Written written) {
        return written.text().contains("${")
                ? new Written(written.key(), written.text(), written.origin(), List.of(written.text()))
                : written;
    }
}
