package dev.tautline.link.reader.dropwizard;

import dev.tautline.link.Application;
import dev.tautline.link.Client;
import dev.tautline.link.reader.format.ClientSettings;
import dev.tautline.link.reader.format.Placeholders;
import dev.tautline.link.reader.format.ReadUrl;
import dev.tautline.link.reader.format.Running;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Written;
import java.util.Collection;
import java.util.Optional;

/// A block with the fields of `DataSourceFactory`; there is a Tomcat JDBC pool behind it. Variables are
/// replaced as `EnvironmentVariableSubstitutor` does: `${NAME}`, `${NAME:-default}`.
record DropwizardDatabase(String path, YamlTree block) {
    Client client(Application application, Running running, Collection<Problem> problems) {
        var placeholders = new Placeholders(running.environment(), name -> Optional.empty(), ":-");
        var text = block.text("url").orElseThrow();
        var url = ReadUrl.of(written(text, placeholders), placeholders.resolve(text.text())::writtenAt, problems);
        var settings = new ClientSettings(running.versions(), url.parsed());
        block.text("user").map(user -> written(user, placeholders)).ifPresent(settings::user);
        block.text("password").map(word -> written(word, placeholders)).ifPresent(settings::password);
        block.entries("properties")
                .forEach((name, tree) ->
                        tree.text().ifPresent(value -> settings.driver(name, written(value, placeholders))));
        block.entries()
                .forEach((name, tree) -> tree.text()
                        .ifPresent(value -> settings.pool(Pool.DROPWIZARD, name, written(value, placeholders))));
        return new Client(application, path, path, Pool.DROPWIZARD, url.written(), url.parsed(), settings.build());
    }

    private static Written written(Written raw, Placeholders placeholders) {
        var resolved = placeholders.resolve(raw.text());
        return new Written(raw.key(), resolved.text(), raw.origin(), resolved.missing());
    }
}
