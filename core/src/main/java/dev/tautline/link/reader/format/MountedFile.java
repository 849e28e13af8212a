package dev.tautline.link.reader.format;

/// A file that a container sees at `path`: one that its platform mounts, such as a key of a ConfigMap.
public record MountedFile(String path, SourceText text) {
    /// The folder that holds it, without a slash at the end; empty for the root.
    public String folder() {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
