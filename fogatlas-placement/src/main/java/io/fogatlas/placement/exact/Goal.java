package io.fogatlas.placement.exact;

/** What an {@link ExactModel} is for, which says what may be left out of it. */
enum Goal {
    /** To find any placement. */
    FEASIBILITY,
    /** To find the placement with the lowest score: of what costs more and is good for nothing else, nothing is needed. */
    SCORE,
    /** To bound and weigh each term by itself: of two routes both are needed if each is better in some term. */
    EACH_TERM
}
