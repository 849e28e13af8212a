package dev.tautline.check.rules.leftovers;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Reach;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.ConnectorJKeys;
import dev.tautline.settings.MariaDbDriverKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;

/// A database that is not there is made, empty.
public final class DatabaseCreatedByClient implements ClientRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Reach reach() {
        return Reach.PRODUCTION;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onMySql(
                client,
                (url, keys) -> Rule.chosen(
                        client.get(
                                keys.product() == Product.MARIADB_DRIVER
                                        ? MariaDbDriverKeys.CREATE_DATABASE_IF_NOT_EXIST
                                        : ConnectorJKeys.CREATE_DATABASE_IF_NOT_EXIST),
                        flag -> judge(client, flag)));
    }

    private Verdict judge(Client client, Setting.Known<Boolean> flag) {
        return !flag.value()
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        "a database that is not there is made by the driver",
                        "One wrong letter in a name, or a server that lost its data, and the shop starts with an empty database"
                                + " in place of an error; the user needs the right to create databases for it.",
                        new Edit.Remove(flag.origin(), flag.key().name()),
                        Evidence.of(flag)));
    }
}
