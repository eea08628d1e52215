package io.fogatlas.benchmarks.report;

import java.util.Arrays;
import java.util.Locale;

/** How much a run of the standard set measures. */
public enum Profile {
    /** Seconds for each study: shows that everything works, and measures little. */
    SHORT,
    /** About an hour for all studies together on two cores. */
    STANDARD,
    /** Hours, with more seeds and larger sizes. */
    LONG;

    /**
     * Finds a profile.
     *
     * @param name its name in lower or upper case
     * @return the profile
     * @throws IllegalArgumentException if there is none of the name
     */
    public static Profile named(String name) {
        return Arrays.stream(values())
                .filter(profile -> profile.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no profile '" + name + "'. Use short, standard or long."));
    }

    /**
     * Says how the profile is called in options.
     *
     * @return its name in lower case
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Chooses what fits the profile.
     *
     * @param <T> what is chosen
     * @param forShort for {@link #SHORT}
     * @param forStandard for {@link #STANDARD}
     * @param forLong for {@link #LONG}
     * @return one of them
     */
    public <T> T choose(T forShort, T forStandard, T forLong) {
        return switch (this) {
            case SHORT -> forShort;
            case STANDARD -> forStandard;
            case LONG -> forLong;
        };
    }
}
