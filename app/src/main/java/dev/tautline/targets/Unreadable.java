package dev.tautline.targets;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Why a file that somebody named cannot be read, for people.
public final class Unreadable {
    private Unreadable() {}

    public static String why(Path file, IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "this account may not";
            case ShortText.TooLong _ -> "it is longer than 1 MiB, or never ends";
            case CharacterCodingException _ -> "it is no text in UTF-8";
            case IOException _ when Files.isDirectory(file) -> "it is a folder";
            case IOException other -> other.getClass().getSimpleName();
        };
    }
}
