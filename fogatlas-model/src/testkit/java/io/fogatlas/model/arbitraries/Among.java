package io.fogatlas.model.arbitraries;

import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Region;
import java.util.List;

/** Picks one of several by a number, counted modulo how many there are. */
final class Among {
    private Among() {}

    static <T> T pick(List<T> from, int number) {
        return from.get(number % from.size());
    }

    static Region region(Infrastructure infrastructure, int number) {
        return pick(infrastructure.regions(), number);
    }
}
