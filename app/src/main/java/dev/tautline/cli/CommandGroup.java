package dev.tautline.cli;

import picocli.CommandLine.Model.CommandSpec;

/// What users come to do; `taut --help` lists the commands under these headings, in this order.
enum CommandGroup {
    RUN("Run"),
    REVIEW("Review and test"),
    SHELL("Shell");

    private final String heading;

    CommandGroup(String heading) {
        this.heading = heading;
    }

    String heading() {
        return heading;
    }

    /// The group that the command's class names with [InGroup].
    static CommandGroup of(CommandSpec command) {
        var annotation = command.userObject().getClass().getAnnotation(InGroup.class);
        if (annotation == null) {
            throw new IllegalStateException(command.userObject().getClass().getName() + " names no @InGroup");
        }
        return annotation.value();
    }
}
