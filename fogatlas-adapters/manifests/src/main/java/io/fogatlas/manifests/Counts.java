package io.fogatlas.manifests;

/** Words for what happened several times. */
final class Counts {
    private Counts() {}

    /** Says that others had the same, if any had. */
    static String more(long count, String kind) {
        return count == 1 ? "" : " (and so for " + (count - 1) + " more " + of(count - 1, kind) + ")";
    }

    /** The kind in the singular or plural. */
    static String of(long count, String kind) {
        return count == 1 ? kind : kind + "s";
    }
}
