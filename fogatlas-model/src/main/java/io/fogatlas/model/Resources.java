package io.fogatlas.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Amounts of what a Compute Node offers and a replica takes.
 *
 * @param cpuMillis CPU in millicores
 * @param memoryBytes memory in bytes
 * @param storageBytes ephemeral storage in bytes
 * @param podSlots how many replicas fit by number alone; a replica takes one
 * @param extended counts of extended resources, such as {@code nvidia.com/gpu}, by name; what is not named is not there
 */
public record Resources(
        long cpuMillis, long memoryBytes, long storageBytes, long podSlots, Map<String, Long> extended) {
    /** Nothing at all. */
    public static final Resources NONE = new Resources(0, 0, 0, 0, Map.of());

    /**
     * Checks the amounts and copies the map, sorted by name.
     *
     * @param cpuMillis CPU in millicores
     * @param memoryBytes memory in bytes
     * @param storageBytes storage in bytes
     * @param podSlots number of replicas
     * @param extended extended resources by name
     * @throws InvalidModelException if an amount is negative or above {@link Problems#MAX_AMOUNT}
     */
    public Resources {
        Problems problems = new Problems();
        problems.amount("Resources", "", "cpuMillis", cpuMillis, 0);
        problems.amount("Resources", "", "memoryBytes", memoryBytes, 0);
        problems.amount("Resources", "", "storageBytes", storageBytes, 0);
        problems.amount("Resources", "", "podSlots", podSlots, 0);
        problems.amounts("Resources", "", "extended resource", extended);
        problems.throwIfAny();
        extended = extended.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(extended));
    }

    /**
     * Starts building resources; every amount that is not set is 0.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Adds, amount by amount.
     *
     * @param other what to add
     * @return the sum, each amount at most {@link Problems#MAX_AMOUNT}
     */
    public Resources plus(Resources other) {
        return combined(other, (a, b) -> Math.min(Problems.MAX_AMOUNT, a + b));
    }

    /**
     * Takes away, amount by amount, and stops at 0.
     *
     * @param other what to take away
     * @return what is left
     */
    public Resources minus(Resources other) {
        return combined(other, (a, b) -> Math.max(0, a - b));
    }

    /**
     * Multiplies every amount.
     *
     * @param count how many times; not negative
     * @return the product, each amount at most {@link Problems#MAX_AMOUNT}
     */
    public Resources times(int count) {
        Map<String, Long> scaled = new LinkedHashMap<>();
        extended.forEach((name, amount) -> scaled.put(name, timesCapped(amount, count)));
        return new Resources(
                timesCapped(cpuMillis, count),
                timesCapped(memoryBytes, count),
                timesCapped(storageBytes, count),
                timesCapped(podSlots, count),
                scaled);
    }

    /**
     * Lists every resource by the name Kubernetes gives it: {@code cpu} (millicores), {@code memory}, {@code ephemeral-storage}
     * (bytes), {@code pods}, and the extended ones.
     *
     * @return the amounts by name, in that order
     */
    public Map<String, Long> byName() {
        Map<String, Long> amounts = new LinkedHashMap<>();
        amounts.put("cpu", cpuMillis);
        amounts.put("memory", memoryBytes);
        amounts.put("ephemeral-storage", storageBytes);
        amounts.put("pods", podSlots);
        amounts.putAll(extended);
        return Collections.unmodifiableMap(amounts);
    }

    private static long timesCapped(long amount, int count) {
        return amount != 0 && count > Problems.MAX_AMOUNT / amount ? Problems.MAX_AMOUNT : amount * count;
    }

    private Resources combined(Resources other, java.util.function.LongBinaryOperator operator) {
        Map<String, Long> both = new LinkedHashMap<>();
        if (!extended.isEmpty() || !other.extended.isEmpty()) {
            Set<String> names = new TreeSet<>(extended.keySet());
            names.addAll(other.extended.keySet());
            for (String name : names) {
                both.put(
                        name,
                        operator.applyAsLong(extended.getOrDefault(name, 0L), other.extended.getOrDefault(name, 0L)));
            }
        }
        return new Resources(
                operator.applyAsLong(cpuMillis, other.cpuMillis),
                operator.applyAsLong(memoryBytes, other.memoryBytes),
                operator.applyAsLong(storageBytes, other.storageBytes),
                operator.applyAsLong(podSlots, other.podSlots),
                both);
    }

    /** Builds {@link Resources}; reusable, not thread-safe. */
    public static final class Builder {
        private long cpuMillis;
        private long memoryBytes;
        private long storageBytes;
        private long podSlots;
        private final Map<String, Long> extended = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Sets the CPU.
         *
         * @param value millicores
         * @return this builder
         */
        public Builder cpuMillis(long value) {
            cpuMillis = value;
            return this;
        }

        /**
         * Sets the memory.
         *
         * @param value bytes
         * @return this builder
         */
        public Builder memoryBytes(long value) {
            memoryBytes = value;
            return this;
        }

        /**
         * Sets the ephemeral storage.
         *
         * @param value bytes
         * @return this builder
         */
        public Builder storageBytes(long value) {
            storageBytes = value;
            return this;
        }

        /**
         * Sets the number of replicas.
         *
         * @param value number of replicas
         * @return this builder
         */
        public Builder podSlots(long value) {
            podSlots = value;
            return this;
        }

        /**
         * Sets the count of one extended resource.
         *
         * @param name its name, such as {@code nvidia.com/gpu}
         * @param count how many
         * @return this builder
         */
        public Builder addExtended(String name, long count) {
            extended.put(name, count);
            return this;
        }

        /**
         * Builds the resources.
         *
         * @return the resources
         * @throws InvalidModelException if an amount is negative or too large
         */
        public Resources build() {
            return new Resources(cpuMillis, memoryBytes, storageBytes, podSlots, extended);
        }
    }
}
