package dev.tautline.lab.postgres;

/// A role and its password.
public record Credentials(String user, Secret password) {}
