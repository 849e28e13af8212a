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
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A pool that Spring makes of XML: `<bean class="…BasicDataSource">` with its properties (Spring Framework reference,
/// "Dependencies and Configuration in Detail"). `known` is what the files of properties say that it names.
record SpringBean(XmlTree element, Map<String, Written> known) implements OneFile.Reading {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(?<key>[^}:]+)(?::(?<other>[^}]*))?}");
    private static final List<String> URL = List.of("url", "jdbcUrl");
    private static final List<String> USER = List.of("username", "user");

    static boolean isPool(XmlTree element) {
        return element.name().equals("bean")
                && element.attribute("class")
                        .filter(name -> Pool.ofClass(name.text()) != Pool.OTHER)
                        .isPresent()
                && URL.stream().anyMatch(name -> property(element, name).isPresent());
    }

    @Override
    public List<Client> clients(Application application, Running running, Collection<Problem> problems) {
        var properties = properties();
        var url = ReadUrl.of(first(properties, URL).orElseThrow(), problems);
        var settings = new ClientSettings(running.versions(), url.parsed());
        first(properties, USER).ifPresent(settings::user);
        Optional.ofNullable(properties.get("password")).ifPresent(settings::password);
        var pool = Pool.ofClass(element.attribute("class").orElseThrow().text());
        properties.forEach((name, written) -> {
            if (name.equals("connectionProperties")) {
                settings.driverList(written);
            } else if (!URL.contains(name) && !USER.contains(name) && !name.equals("password")) {
                settings.pool(pool, name, written);
            }
        });
        var name = element.attribute("id")
                .or(() -> element.attribute("name"))
                .map(Written::text)
                .orElse("dataSource");
        return List.of(new Client(application, name, "", pool, url.written(), url.parsed(), settings.build()));
    }

    /// `value="…"`, or an element `value`; what refers to another bean is no text.
    private static Optional<Written> value(XmlTree property) {
        return property.attribute("value").or(() -> property.textAt("value"));
    }

    private static Optional<Written> property(XmlTree bean, String name) {
        return bean.children("property")
                .filter(one -> one.attribute("name")
                        .filter(written -> written.text().equals(name))
                        .isPresent())
                .findFirst()
                .flatMap(SpringBean::value);
    }

    private Map<String, Written> properties() {
        var properties = new LinkedHashMap<String, Written>();
        element.children("property")
                .forEach(property -> property.attribute("name")
                        .ifPresent(name -> value(property)
                                .ifPresent(value -> properties.put(name.text(), filled(name.text(), value)))));
        return properties;
    }

    private static Optional<Written> first(Map<String, Written> properties, List<String> names) {
        return names.stream()
                .flatMap(name -> Optional.ofNullable(properties.get(name)).stream())
                .findFirst();
    }

    /// A value that is one placeholder has the place where the file of properties writes it.
    private Written filled(String name, Written written) {
        var whole = PLACEHOLDER.matcher(written.text());
        var origin = whole.matches() && known.containsKey(whole.group("key"))
                ? known.get(whole.group("key")).origin()
                : written.origin();
        var open = new ArrayList<String>();
        var text = PLACEHOLDER.matcher(written.text()).replaceAll(found -> {
            var value = Optional.ofNullable(known.get(found.group(1)))
                    .filter(Written::isResolved)
                    .map(Written::text)
                    .or(() -> Optional.ofNullable(found.group(2)));
            if (value.isEmpty()) {
                open.add(found.group(1));
            }
            return Matcher.quoteReplacement(value.orElse(found.group()));
        });
        return new Written(name, text, origin, open);
    }
}
