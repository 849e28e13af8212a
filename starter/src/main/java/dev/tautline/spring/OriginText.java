package dev.tautline.spring;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.boot.origin.TextResourceOrigin;

/// Words for a Spring origin: `classpath:application.yml:7:20`, `environment variable X`, `system property x`.
final class OriginText {
    // Resource.getDescription: "class path resource [application.yml]", "file [/etc/shop/application.yml]"
    private static final Pattern DESCRIPTION = Pattern.compile("(.*?) ?\\[(.*)]");

    private OriginText() {}

    static String of(String property, @Nullable Origin origin) {
        return switch (origin) {
            case null -> property;
            case TextResourceOrigin text -> inText(text);
            case SystemEnvironmentOrigin variable -> "environment variable " + variable.getProperty();
            case PropertySourceOrigin source -> inSource(property, source);
            default -> origin.toString();
        };
    }

    private static String inSource(String property, PropertySourceOrigin source) {
        if (source.getOrigin() != null) {
            return of(property, source.getOrigin());
        }
        return switch (source.getPropertySource().getName()) {
            case "systemProperties" -> "system property " + source.getPropertyName();
            case "commandLineArgs" -> "command line --" + source.getPropertyName();
            case String other -> source.getPropertyName() + " in " + other;
        };
    }

    private static String inText(TextResourceOrigin text) {
        if (text.getResource() == null || text.getLocation() == null) {
            return text.toString();
        }
        // Spring counts from 0, editors from 1.
        return file(text.getResource().getDescription()) + ":"
                + (text.getLocation().getLine() + 1) + ":"
                + (text.getLocation().getColumn() + 1);
    }

    private static String file(String description) {
        Matcher parts = DESCRIPTION.matcher(description);
        if (!parts.matches()) {
            return description;
        }
        return (parts.group(1).startsWith("class path") ? "classpath:" : "") + parts.group(2);
    }
}
