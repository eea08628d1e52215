package io.fogatlas.placement;

/** Is told while a search goes on. */
@FunctionalInterface
public interface SearchListener {
    /** Does nothing. */
    SearchListener NONE = progress -> {};

    /**
     * A better placement was found, or a better bound. Called by a thread that searches, one call at a time: to be left quickly.
     *
     * @param progress how far the search is
     */
    void progressed(Progress progress);
}
