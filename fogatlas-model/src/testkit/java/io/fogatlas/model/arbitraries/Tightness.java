package io.fogatlas.model.arbitraries;

/** How hard an arbitrary application presses on its infrastructure. */
public enum Tightness {
    /** It asks for little: what makes it infeasible is seldom an amount. */
    ROOMY(25),
    /** It asks for about what there is. */
    SNUG(60),
    /** It asks for more than there usually is. */
    TIGHT(120);

    private final int percent;

    Tightness(int percent) {
        this.percent = percent;
    }

    /** Scales an amount that is asked for. */
    long demand(long amount) {
        return amount * percent / 100;
    }

    /** Scales a latency bound: the tighter, the shorter, and never 0, which would mean no bound. */
    long bound(long micros) {
        return Math.max(1, micros * 60 / percent);
    }
}
