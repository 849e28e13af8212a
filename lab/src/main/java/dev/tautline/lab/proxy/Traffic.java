package dev.tautline.lab.proxy;

/// What has gone through a proxy since it was opened, in connections and bytes.
public record Traffic(long accepted, int open, long bytesToUpstream, long bytesToClient) {}
