package dev.tautline.check;

import dev.tautline.finding.Edit;
import dev.tautline.link.Client;
import dev.tautline.link.Framework;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;

/// The edit that gives a setting of a client another value: where it is written, or else beside the client's
/// URL.
public final class Edits {
    private Edits() {}

    /// For a setting of the pool.
    public static Edit pool(Client client, SettingKey<?> key, String value) {
        return client.get(key)
                .chosen()
                .<Edit>map(written -> new Edit.Replace(written.origin(), client.poolKey(key), value))
                .orElseGet(() -> new Edit.Add(client.urlText().origin(), client.poolKey(key), value));
    }

    /// For a connection property of the driver.
    public static Edit driver(Client client, SettingKey<?> key, String value) {
        return client.get(key)
                .chosen()
                .<Edit>map(written -> new Edit.Replace(written.origin(), key.name(), value))
                .orElseGet(() -> isUrl(client)
                        ? new Edit.AddParameter(client.urlText().origin(), key.name(), value)
                        : new Edit.Decide(
                                client.urlText().origin(),
                                "give the driver's data source the property " + key.name() + "=" + value));
    }

    /// A server that is told in parts has no URL to which something could be appended.
    private static boolean isUrl(Client client) {
        return !client.urlText().key().equals("serverName");
    }

    /// A tool's own file has its own names for what frameworks prefix with theirs.
    private static String written(Client client, Setting.Known<?> known) {
        return known.origin()
                .place()
                .map(Origin.InFile::key)
                .filter(key -> client.application().framework() == Framework.NONE && !key.isEmpty())
                .orElse(known.key().name());
    }

    /// For a setting with the same key for all clients, such as `server.tomcat.threads.max`.
    public static Edit application(Client client, SettingKey<?> key, String value) {
        return client.get(key) instanceof Setting.Known<?> known && known.isChosen()
                ? new Edit.Replace(known.origin(), written(client, known), value)
                : new Edit.Add(client.urlText().origin(), key.name(), value);
    }
}
