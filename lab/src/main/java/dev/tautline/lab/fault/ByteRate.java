package dev.tautline.lab.fault;

/// Bytes per second; written `64KB/s`.
public record ByteRate(ByteCount perSecond) {
    @Override
    public String toString() {
        return perSecond + "/s";
    }
}
