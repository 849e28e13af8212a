package dev.tautline.store.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;

/// A language of the shop. English has the plain addresses, every other one lives below its code.
public enum Language {
    EN(Locale.ENGLISH, "English", ""),
    DE(Locale.GERMAN, "Deutsch", "/de");

    private final Locale locale;
    private final String title;
    private final String prefix;

    Language(Locale locale, String title, String prefix) {
        this.locale = locale;
        this.title = title;
        this.prefix = prefix;
    }

    /// The one of the request that this thread answers; English outside of requests.
    public static Language current() {
        return LocaleContextHolder.getLocale().getLanguage().equals(DE.code()) ? DE : EN;
    }

    /// English for what is none of ours.
    public static Language byCode(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst()
                .orElse(EN);
    }

    /// The language that a path asks for, when it names one.
    static Optional<Language> ofPath(String path) {
        return Arrays.stream(values())
                .filter(language -> !language.prefix.isEmpty())
                .filter(language -> path.equals(language.prefix) || path.startsWith(language.prefix + "/"))
                .findFirst();
    }

    /// Two letters, as in `<html lang>` and in the database.
    public String code() {
        return locale.getLanguage();
    }

    public Locale locale() {
        return locale;
    }

    /// Its own name in itself.
    public String title() {
        return title;
    }

    /// What its addresses begin with.
    public String prefix() {
        return prefix;
    }
}
