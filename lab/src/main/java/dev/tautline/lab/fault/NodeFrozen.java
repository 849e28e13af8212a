package dev.tautline.lab.fault;

import dev.tautline.lab.Injection;

/// A server's processes are stopped in their tracks (SIGSTOP), as on a hung host: the kernel still accepts
/// connections, nothing answers.
public record NodeFrozen(String node) implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return lab.cluster().node(node).freeze();
    }
}
