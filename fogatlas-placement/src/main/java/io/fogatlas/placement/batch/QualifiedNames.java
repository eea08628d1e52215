package io.fogatlas.placement.batch;

import io.fogatlas.model.application.ApplicationId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives the parts of several applications names that differ, and knows whose they are. Not thread-safe until filled. */
final class QualifiedNames {
    private final Set<String> taken;
    private final Map<Name, String> qualified = new HashMap<>();
    private final Map<String, Name> origins = new HashMap<>();

    /**
     * A name as its application knows it.
     *
     * @param application whose it is
     * @param name the name
     */
    record Name(ApplicationId application, String name) {}

    /** Starts with names that must not be given to anything. */
    QualifiedNames(Collection<String> reserved) {
        taken = new HashSet<>(reserved);
    }

    /** Names a part, such as {@code default/shop/cart}. */
    String add(ApplicationId application, String name) {
        String free = application + "/" + name;
        while (!taken.add(free)) {
            free += "'";
        }
        Name origin = new Name(application, name);
        qualified.put(origin, free);
        origins.put(free, origin);
        return free;
    }

    /** The name that was given to a part, if it was. */
    Optional<String> of(ApplicationId application, String name) {
        return Optional.ofNullable(qualified.get(new Name(application, name)));
    }

    Name origin(String name) {
        return Optional.ofNullable(origins.get(name)).orElseThrow();
    }
}
