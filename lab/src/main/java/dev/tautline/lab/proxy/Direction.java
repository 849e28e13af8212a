package dev.tautline.lab.proxy;

/// Which way bytes travel through a proxy.
public enum Direction {
    TO_UPSTREAM,
    TO_CLIENT
}
