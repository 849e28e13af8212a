package dev.tautline.probe;

import java.io.EOFException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;

/// The operating system's error behind a Java exception. Java keeps only a class and a text; the texts are those of
/// `strerror` on Linux and macOS and of the JDK's own `NioSocketImpl`.
enum Errno {
    EAI_NONAME,
    EAI_AGAIN,
    ECONNREFUSED,
    ETIMEDOUT,
    EHOSTUNREACH,
    EADDRNOTAVAIL,
    EMFILE,
    EACCES,
    ECONNRESET,
    EOF,
    EIO;

    static Errno of(IOException error) {
        var text = error.getMessage() == null ? "" : error.getMessage().toLowerCase(Locale.ROOT);
        return switch (error) {
            case UnknownHostException _ -> text.contains("temporary failure") ? EAI_AGAIN : EAI_NONAME;
            case NoRouteToHostException _ -> text.contains("cannot assign") ? EADDRNOTAVAIL : EHOSTUNREACH;
            case BindException _ -> text.contains("permission denied") ? EACCES : EADDRNOTAVAIL;
            case SocketTimeoutException _ -> ETIMEDOUT;
            case EOFException _ -> EOF;
            case ConnectException _ when text.contains("refused") -> ECONNREFUSED;
            case ConnectException _ when text.contains("timed out") -> ETIMEDOUT;
            default -> byText(text);
        };
    }

    private static Errno byText(String text) {
        if (text.contains("unreachable")) {
            return EHOSTUNREACH;
        }
        if (text.contains("permission denied") || text.contains("not permitted")) {
            return EACCES;
        }
        if (text.contains("reset") || text.contains("broken pipe") || text.contains("connection abort")) {
            return ECONNRESET;
        }
        if (text.contains("too many open files")) {
            return EMFILE;
        }
        return text.contains("cannot assign") ? EADDRNOTAVAIL : EIO;
    }
}
