package dev.tautline.link.reader.jakarta;

import dev.tautline.link.Application;
import dev.tautline.link.Client;
import dev.tautline.link.reader.format.ClientSettings;
import dev.tautline.link.reader.format.OneFile;
import dev.tautline.link.reader.format.ReadUrl;
import dev.tautline.link.reader.format.Running;
import dev.tautline.link.reader.format.ServerNameUrl;
import dev.tautline.link.reader.format.XmlTree;
import dev.tautline.settings.DriverKeys;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Written;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// An `xa-datasource` of WildFly or JBoss EAP. Its properties are setters of the driver's class, which is named by
/// the data source or by the driver that it refers to (WildFly model reference, "subsystem=datasources").
record WildFlyXaDataSource(XmlTree element, XmlTree root) implements OneFile.Reading {
    static Stream<WildFlyXaDataSource> in(XmlTree root) {
        return root.all()
                .filter(element -> element.name().equals("xa-datasource"))
                .filter(WildFlyDataSource::isEnabled)
                .map(element -> new WildFlyXaDataSource(element, root))
                .filter(source -> source.url().isPresent());
    }

    @Override
    public List<Client> clients(Application application, Running running, Collection<Problem> problems) {
        var url = property("url").isPresent()
                ? ReadUrl.of(url().orElseThrow(), problems)
                : ServerNameUrl.read(url().orElseThrow(), problems);
        var settings = new ClientSettings(running.versions(), url.parsed());
        url.parsed()
                .flatMap(DriverKeys::of)
                .ifPresent(keys -> properties()
                        .forEach(
                                property -> Stream.of(property.key(), lowerFirst(property.key()), lower(property.key()))
                                        .filter(name -> keys.find(name).isPresent())
                                        .findFirst()
                                        .ifPresent(name -> settings.driver(name, property))));
        return WildFlyDataSource.client(element, application, url, settings);
    }

    private Optional<Written> url() {
        return property("url").or(() -> ServerNameUrl.of(driverClass(), this::property));
    }

    private Optional<String> driverClass() {
        return element.textAt("xa-datasource-class")
                .or(() -> element.textAt("driver")
                        .flatMap(driver -> root.all()
                                .filter(one -> one.name().equals("driver"))
                                .filter(one -> one.attribute("name")
                                        .filter(name -> name.text().equals(driver.text()))
                                        .isPresent())
                                .flatMap(one -> one.textAt("xa-datasource-class").stream())
                                .findFirst()))
                .map(Written::text);
    }

    private Optional<Written> property(String name) {
        return properties()
                .filter(property -> property.key().equalsIgnoreCase(name))
                .findFirst();
    }

    private Stream<Written> properties() {
        return element.children("xa-datasource-property")
                .flatMap(property -> property
                        .attribute("name")
                        .filter(_ -> !property.text().text().isEmpty())
                        .map(name -> WildFlyDataSource.resolved(name.text(), property.text()))
                        .stream());
    }

    private static String lowerFirst(String name) {
        return name.isEmpty() ? name : lower(name.substring(0, 1)) + name.substring(1);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
