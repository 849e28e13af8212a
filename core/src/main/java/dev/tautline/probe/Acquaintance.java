package dev.tautline.probe;

import dev.tautline.probe.evidence.ServerAnswer;

/// The rung QUERY: the server has answered, and its first look tells role and slots as well.
record Acquaintance(FirstLook look, ServerAnswer evidence) implements Rung {}
