package dev.tautline.lab.fault;

/// A number of bytes, at least 1; written `512B`, `64KB`, `16MB`, in powers of 1024 as PostgreSQL has them (PostgreSQL
/// 18 manual, 19.1.1).
public record ByteCount(long bytes) {
    private static final long KB = 1024;
    private static final long MB = KB * KB;

    public ByteCount {
        if (bytes < 1) {
            throw new IllegalArgumentException("%d bytes: at least 1".formatted(bytes));
        }
    }

    public static ByteCount ofMegabytes(long megabytes) {
        return new ByteCount(megabytes * MB);
    }

    @Override
    public String toString() {
        if (bytes % MB == 0) {
            return bytes / MB + "MB";
        }
        return bytes % KB == 0 ? bytes / KB + "KB" : bytes + "B";
    }
}
