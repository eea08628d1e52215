package io.fogatlas.placement.reasons;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Requirements;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads and replaces one amount among several, by the name Kubernetes gives the resource. */
final class Amounts {
    private Amounts() {}

    static long of(Resources resources, String resource) {
        return resources.byName().getOrDefault(resource, 0L);
    }

    static Resources with(Resources before, String resource, long amount) {
        return switch (resource) {
            case "cpu" ->
                new Resources(
                        amount, before.memoryBytes(), before.storageBytes(), before.podSlots(), before.extended());
            case "memory" ->
                new Resources(before.cpuMillis(), amount, before.storageBytes(), before.podSlots(), before.extended());
            case "ephemeral-storage" ->
                new Resources(before.cpuMillis(), before.memoryBytes(), amount, before.podSlots(), before.extended());
            case "pods" ->
                new Resources(
                        before.cpuMillis(), before.memoryBytes(), before.storageBytes(), amount, before.extended());
            default -> {
                Map<String, Long> extended = new LinkedHashMap<>(before.extended());
                extended.put(resource, amount);
                yield new Resources(
                        before.cpuMillis(), before.memoryBytes(), before.storageBytes(), before.podSlots(), extended);
            }
        };
    }

    /** What one replica asks of a resource: of {@code cpu} MIPS where it asks for those, otherwise millicores. */
    static long asked(Requirements requirements, String resource) {
        return resource.equals("cpu") && requirements.mips() > 0
                ? requirements.mips()
                : of(requirements.request(), resource);
    }

    /** Asks for another amount of a resource; none of {@code cpu} means neither MIPS nor millicores. */
    static Requirements asking(Requirements before, String resource, long amount) {
        if (resource.equals("cpu") && amount == 0) {
            return new Requirements(0, with(before.request(), resource, 0));
        }
        return resource.equals("cpu") && before.mips() > 0
                ? new Requirements(amount, before.request())
                : new Requirements(before.mips(), with(before.request(), resource, amount));
    }
}
