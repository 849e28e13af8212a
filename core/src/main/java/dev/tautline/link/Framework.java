package dev.tautline.link;

/// What reads an application's configuration, and so decides how its keys are written and which values win.
public enum Framework {
    SPRING_BOOT("Spring Boot"),
    QUARKUS("Quarkus"),
    MICRONAUT("Micronaut"),
    DROPWIZARD("Dropwizard"),
    PLAY("Play"),
    /// Jakarta EE descriptors: `persistence.xml`, `context.xml`.
    JAKARTA("Jakarta EE"),
    /// Only a URL or a pool's own file is known.
    NONE("no framework");

    private final String title;

    Framework(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
