package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.ConnectorJKeys;
import dev.tautline.settings.MySqlCharacters;
import dev.tautline.settings.Setting;

/// Encoding and collation are of different character sets.
public final class CharacterEncodingContradictsCollation implements ClientRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onConnectorJ(
                client,
                url -> Rule.chosen(
                        client.get(ConnectorJKeys.CHARACTER_ENCODING),
                        encoding -> Rule.chosen(
                                client.get(ConnectorJKeys.CONNECTION_COLLATION),
                                collation -> judge(client, encoding, collation))));
    }

    private Verdict judge(Client client, Setting.Known<String> encoding, Setting.Known<String> collation) {
        var set = collation.value().replaceFirst("_.*$", "");
        return MySqlCharacters.isUnicode(encoding.value()) == MySqlCharacters.isUnicode(set)
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        "characterEncoding is " + encoding.value() + ", and connectionCollation makes it " + set,
                        "The collation wins: letters that " + (MySqlCharacters.isUnicode(set) ? "the server" : set)
                                + " does not have are lost or compared wrongly, although the URL names another encoding.",
                        new Edit.Remove(collation.origin(), collation.key().name()),
                        Evidence.of(collation),
                        Evidence.of(encoding)));
    }
}
