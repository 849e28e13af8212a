package dev.tautline.history.series;

/// A series over a time: points in order. Where seconds lie between two points that nothing is known of, a point of NaN
/// stands. Immutable.
public final class Line {
    static final Line EMPTY = new Line(1, new long[0], new float[0], new float[0], new float[0]);

    private final int stepSeconds;
    private final long[] seconds;
    private final float[] min;
    private final float[] mean;
    private final float[] max;

    /// Takes the arrays over.
    Line(int stepSeconds, long[] seconds, float[] min, float[] mean, float[] max) {
        this.stepSeconds = stepSeconds;
        this.seconds = seconds;
        this.min = min;
        this.mean = mean;
        this.max = max;
    }

    /// The step that was asked of the file; older stretches may be coarser.
    public int stepSeconds() {
        return stepSeconds;
    }

    public int size() {
        return seconds.length;
    }

    /// The first second of a point, since 1970.
    public long second(int point) {
        return seconds[point];
    }

    public float min(int point) {
        return min[point];
    }

    public float mean(int point) {
        return mean[point];
    }

    public float max(int point) {
        return max[point];
    }
}
