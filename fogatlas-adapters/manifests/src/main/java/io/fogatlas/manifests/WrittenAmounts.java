package io.fogatlas.manifests;

import io.fogatlas.manifests.tree.ObjectTree;
import io.fogatlas.manifests.tree.ScalarValue;
import io.fogatlas.manifests.tree.Value;
import io.fogatlas.model.Location;
import io.fogatlas.model.Resources;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** Writes amounts so that reading them gives exactly the same. */
final class WrittenAmounts {
    /** More decimals of a degree, or digits of a Quantity, are not read: 20 of them are a billionth of an atom. */
    private static final int MAX_DECIMALS = 20;

    private static final int KIBI = 1024;
    private static final String[] BINARY = {"", "Ki", "Mi", "Gi", "Ti", "Pi"};

    private WrittenAmounts() {}

    /** A whole amount, as a number where it is small and with a decimal suffix where that is shorter. */
    static Value quantity(long amount) {
        String text = Quantities.canonical(amount);
        return Character.isDigit(text.charAt(text.length() - 1)) ? ScalarValue.number(amount) : ScalarValue.text(text);
    }

    /** Thousandths as a Quantity of whole ones: a number if they are whole, otherwise a decimal text, which a CRD takes as well. */
    static Value thousandths(long amount) {
        return amount % 1000 == 0 ? ScalarValue.number(amount / 1000) : ScalarValue.text(decimal(amount, 3));
    }

    /** An amount of smaller units as a decimal number without zeros at its end. */
    static String decimal(long amount, int decimals) {
        return amount == 0
                ? "0"
                : BigDecimal.valueOf(amount, decimals).stripTrailingZeros().toPlainString();
    }

    /** Bytes with the largest binary suffix that leaves a whole number; plain where the decimal one is shorter. */
    private static Value bytes(long amount) {
        int suffix = 0;
        long rest = amount;
        while (rest != 0 && rest % KIBI == 0 && suffix < BINARY.length - 1) {
            rest /= KIBI;
            suffix++;
        }
        String binary = rest + BINARY[suffix];
        String decimal = Quantities.canonical(amount);
        return suffix == 0 || decimal.length() < binary.length() ? quantity(amount) : ScalarValue.text(binary);
    }

    private static Value cpu(long millis) {
        return millis % 1000 == 0 ? ScalarValue.text(Long.toString(millis / 1000)) : ScalarValue.text(millis + "m");
    }

    /**
     * Resources by the names of Kubernetes.
     *
     * @param withPods whether the pod slots are among them: of a node they are, of a replica not
     */
    static ObjectTree resources(Resources resources, boolean withPods) {
        ObjectTree tree = new ObjectTree();
        for (Map.Entry<String, Long> amount : resources.byName().entrySet()) {
            long value = amount.getValue();
            switch (amount.getKey()) {
                case "cpu" -> {
                    if (withPods || value > 0) {
                        tree.put("cpu", cpu(value));
                    }
                }
                case "memory", "ephemeral-storage" -> {
                    if (withPods || value > 0) {
                        tree.put(amount.getKey(), bytes(value));
                    }
                }
                case "pods" -> {
                    if (withPods) {
                        tree.put("pods", quantity(value));
                    }
                }
                default -> tree.put(amount.getKey(), quantity(value));
            }
        }
        return tree;
    }

    /** A location as {@code latitude,longitude}, without exponents. */
    static String location(Location location) {
        return degrees(location.latitude()) + "," + degrees(location.longitude());
    }

    private static String degrees(double degrees) {
        String text = Double.toString(degrees);
        if (text.indexOf('E') < 0) {
            return text;
        }
        BigDecimal exact = new BigDecimal(text);
        return exact.setScale(Math.min(exact.scale(), MAX_DECIMALS), RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
