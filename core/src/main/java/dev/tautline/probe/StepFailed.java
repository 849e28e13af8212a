package dev.tautline.probe;

/// A step found its symptom; nothing after it can run.
final class StepFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Symptom symptom;

    StepFailed(Symptom symptom) {
        super(symptom.words());
        this.symptom = symptom;
    }

    StepFailed(FailureKind kind, String code, String words) {
        this(new Symptom.Judged(kind, code, words));
    }

    Symptom symptom() {
        return symptom;
    }
}
