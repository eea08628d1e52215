package io.fogatlas.placement.exact;

/**
 * Something that is or is not so: a 0/1 variable, or a certainty.
 *
 * @param variable the number of the variable; -1 if it is so for certain
 */
record Choice(int variable) {
    static final Choice CERTAIN = new Choice(-1);

    boolean isCertain() {
        return variable < 0;
    }
}
