package dev.tautline.cli;

/// A number with the thing it counts: `1 file`, `2 files`.
final class Count {
    private Count() {}

    static String of(long number, String thing) {
        return of(number, thing, thing + "s");
    }

    static String of(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
