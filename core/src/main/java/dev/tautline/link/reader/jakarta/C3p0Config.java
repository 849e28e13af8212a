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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A `default-config` or `named-config` of c3p0's own file. Overrides for single users are not read.
record C3p0Config(XmlTree element) implements OneFile.Reading {
    static boolean isConfig(XmlTree element) {
        return element.name().equals("default-config") || element.name().equals("named-config");
    }

    @Override
    public List<Client> clients(Application application, Running running, Collection<Problem> problems) {
        var properties = properties();
        var url = Optional.ofNullable(properties.get("jdbcUrl"))
                .map(written -> ReadUrl.of(written, problems))
                .orElseGet(() -> ReadUrl.missing("jdbcUrl", element.origin()));
        var settings = new ClientSettings(running.versions(), url.parsed());
        Optional.ofNullable(properties.get("user")).ifPresent(settings::user);
        Optional.ofNullable(properties.get("password")).ifPresent(settings::password);
        properties.forEach((name, written) -> {
            if (!name.equals("user")) {
                settings.pool(Pool.C3P0, name, written);
            }
        });
        var name = element.attribute("name").map(Written::text).orElse(element.name());
        return List.of(new Client(application, name, "", Pool.C3P0, url.written(), url.parsed(), settings.build()));
    }

    private Map<String, Written> properties() {
        var properties = new LinkedHashMap<String, Written>();
        element.children("property")
                .forEach(property -> property.attribute("name")
                        .ifPresent(name -> properties.put(
                                name.text(),
                                Written.of(
                                        name.text(),
                                        property.text().text(),
                                        property.text().origin()))));
        return properties;
    }
}
