package io.fogatlas.placement;

import java.util.Objects;

/**
 * Why something was not placed.
 *
 * @param microservice the microservice it is about; empty if it is about the whole application
 * @param text what is wrong, with what is asked and what there is
 */
public record Reason(String microservice, String text) {
    /**
     * Checks that nothing is missing.
     *
     * @param microservice the microservice it is about
     * @param text what is wrong
     */
    public Reason {
        Objects.requireNonNull(microservice, "microservice");
        Objects.requireNonNull(text, "text");
    }
}
