package io.fogatlas.manifests;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fogatlas.model.Problems;
import io.fogatlas.model.Resources;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.LongBinaryOperator;

/** Amounts of Kubernetes' resources by their names, in the units of the model: CPU in millicores, everything else in ones. */
final class ResourceAmounts {
    private static final String CPU = "cpu";
    private static final String MEMORY = "memory";
    private static final String STORAGE = "ephemeral-storage";
    private static final String PODS = "pods";

    private ResourceAmounts() {}

    /**
     * Converts Quantities; resources that the model does not know are left out.
     *
     * @param quantities the Quantities by resource
     * @param rounding up for what is asked, down for what is offered
     * @param problem takes the resource and what is wrong with its Quantity
     * @return the amounts by resource
     */
    static Map<String, Long> of(
            Map<String, Quantity> quantities, RoundingMode rounding, BiConsumer<String, String> problem) {
        Map<String, Long> amounts = new LinkedHashMap<>();
        quantities.forEach((resource, quantity) -> {
            if (!isKnown(resource)) {
                return;
            }
            String text = quantity.toString();
            try {
                BigDecimal amount = Quantities.parse(text);
                BigDecimal inUnits = resource.equals(CPU) ? amount.movePointRight(3) : amount;
                amounts.put(resource, Quantities.whole(inUnits, text, rounding));
            } catch (UnfitQuantityException wrong) {
                problem.accept(resource, wrong.getMessage());
            }
        });
        return amounts;
    }

    private static boolean isKnown(String resource) {
        return resource.equals(CPU)
                || resource.equals(MEMORY)
                || resource.equals(STORAGE)
                || resource.equals(PODS)
                || isExtended(resource);
    }

    private static boolean isExtended(String resource) {
        return resource.indexOf('/') >= 0 || resource.startsWith("hugepages-");
    }

    static Map<String, Long> sum(Map<String, Long> a, Map<String, Long> b) {
        return combined(a, b, (x, y) -> Math.min(Problems.MAX_AMOUNT, x + y));
    }

    static Map<String, Long> max(Map<String, Long> a, Map<String, Long> b) {
        return combined(a, b, Math::max);
    }

    private static Map<String, Long> combined(Map<String, Long> a, Map<String, Long> b, LongBinaryOperator operator) {
        Map<String, Long> both = new TreeMap<>(a);
        b.forEach((resource, amount) -> both.merge(resource, amount, operator::applyAsLong));
        return both;
    }

    /** The amounts as the model holds them. */
    static Resources resources(Map<String, Long> amounts, long podSlots) {
        Resources.Builder resources = Resources.builder()
                .cpuMillis(amounts.getOrDefault(CPU, 0L))
                .memoryBytes(amounts.getOrDefault(MEMORY, 0L))
                .storageBytes(amounts.getOrDefault(STORAGE, 0L))
                .podSlots(podSlots);
        amounts.forEach((resource, amount) -> {
            if (isExtended(resource)) {
                resources.addExtended(resource, amount);
            }
        });
        return resources.build();
    }

    /** The pod slots that are given, or a default. */
    static long podSlots(Map<String, Long> amounts, long otherwise) {
        return amounts.getOrDefault(PODS, otherwise);
    }
}
