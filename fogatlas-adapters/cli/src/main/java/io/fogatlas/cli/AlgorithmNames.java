package io.fogatlas.cli;

import io.fogatlas.placement.PlacementEngine;
import java.util.Iterator;
import java.util.stream.Stream;

/** Lists the names of the installed algorithms for completion scripts. */
final class AlgorithmNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return PlacementEngine.withInstalledAlgorithms().algorithms().stream()
                .flatMap(algorithm -> Stream.concat(Stream.of(algorithm.name()), algorithm.aliases().stream()))
                .iterator();
    }
}
