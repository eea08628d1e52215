package io.fogatlas.placement.testkit.mutation;

import java.util.Optional;
import java.util.function.Function;

/**
 * A way to break one rule.
 *
 * @param name what is done
 * @param apply does it, if the case gives occasion
 */
record Mutation(String name, Function<Case, Optional<Mutant>> apply) {
    @Override
    public String toString() {
        return name;
    }
}
