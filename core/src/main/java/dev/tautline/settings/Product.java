package dev.tautline.settings;

/// A program or library whose settings we know. `newest` is the version whose sources the vocabulary was compared with;
/// it is assumed, and said to be assumed, where nothing tells the version in use.
public enum Product {
    SPRING_BOOT("Spring Boot", "4.1.1"),
    HIKARICP("HikariCP", "7.1.0"),
    PGJDBC("pgjdbc", "42.7.14"),
    POSTGRESQL("PostgreSQL", "18.6");

    private final String title;
    private final String newest;

    Product(String title, String newest) {
        this.title = title;
        this.newest = newest;
    }

    public String title() {
        return title;
    }

    public Version newest() {
        return Version.of(newest);
    }
}
