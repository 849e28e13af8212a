package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.ConnectorJKeys;
import dev.tautline.settings.MySqlCharacters;
import dev.tautline.settings.Setting;

/// Letters that the connection cannot carry.
public final class CharacterEncodingNotUnicode implements ClientRule {
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
                url -> Rule.chosen(client.get(ConnectorJKeys.CHARACTER_ENCODING), encoding -> judge(client, encoding)));
    }

    private Verdict judge(Client client, Setting.Known<String> encoding) {
        var isGood = encoding.value().isBlank()
                || !MySqlCharacters.isKnown(encoding.value())
                || MySqlCharacters.isUnicode(encoding.value());
        return isGood
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        "the connection carries only the letters of " + encoding.value(),
                        "Names with other letters are stored with question marks in their place, and nothing brings the letters"
                                + " back; customers notice first.",
                        Edits.driver(client, encoding.key(), "UTF-8"),
                        Evidence.of(encoding)));
    }
}
