package dev.tautline.lab.load;

/// One arrival of a load, numbered from 0.
public record Arrival(long number) {}
