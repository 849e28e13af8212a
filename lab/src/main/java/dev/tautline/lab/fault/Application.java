package dev.tautline.lab.fault;

/// As whom the application works on the cluster: the role and database that faults of rights and limits strike.
public record Application(String role, String database) {}
