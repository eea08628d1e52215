package io.fogatlas.placement.pareto;

import java.util.List;

/**
 * Where an efficient placement may be that was not found: it has of each term of the front, in their order, at least and at most so much.
 *
 * @param least the least of each term, in its unit
 * @param most the most of each term, in its unit; infinite where no placement bounds it yet
 */
public record OpenBox(List<Double> least, List<Double> most) {
    /**
     * Copies the lists.
     *
     * @param least the least of each term
     * @param most the most of each term
     * @throws IllegalArgumentException if they differ in length
     */
    public OpenBox {
        least = List.copyOf(least);
        most = List.copyOf(most);
        if (least.size() != most.size()) {
            throw new IllegalArgumentException(
                    "%d least amounts do not go with %d most.".formatted(least.size(), most.size()));
        }
    }
}
