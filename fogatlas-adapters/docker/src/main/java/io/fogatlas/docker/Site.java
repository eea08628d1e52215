package io.fogatlas.docker;

import java.util.Set;

/**
 * An engine and the regions it is.
 *
 * @param engine the engine
 * @param regions the ids of its regions, sorted
 */
record Site(Engine engine, Set<String> regions) {
    /** The first of its regions, by which it is named. */
    String name() {
        return regions.iterator().next();
    }
}
