package io.fogatlas.manifests.networks;

import io.fogatlas.model.Problems;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The speed of a link as people write it on a drawing: {@code 45 Mbps DS-3}, {@code 2 x 2.5G}, {@code OC-192c}.
 *
 * @param bitsPerSecond the speed in bit/s
 * @param ambiguous whether the text names several speeds, of which this is the lowest
 */
record LinkSpeed(long bitsPerSecond, boolean ambiguous) {
    /** Longer texts are no labels. */
    private static final int MAX_LENGTH = 500;

    private static final String NUMBER = "([0-9]{1,9}(?:\\.[0-9]{1,6})?)";

    /** An optional count, a number or a range, a prefix, and "bit per second" in one of its many spellings or left out. */
    private static final Pattern WITH_UNIT = Pattern.compile("(?<![A-Za-z0-9.])(?:([0-9]{1,4}) ?[x×*] ?)?" + NUMBER
            + " ?(?:- ?" + NUMBER + " ?)?(?:([kKMGT])|((?i:kilo|mega|giga|tera)))"
            + "(?i:bits?|b)?E?(?i: ?/ ?s(?:ec)?|ps)?(?![A-Za-z0-9])");

    /** SONET and SDH carriers by their order. */
    private static final Pattern OPTICAL = Pattern.compile("(?<![A-Z0-9])(OC|STS|STM)[ -]?([0-9]{1,4})C?(?![A-Z0-9])");

    private static final Pattern CARRIER = Pattern.compile("(?<![A-Z0-9])(DS|[TE])[ -]?([0-4])(?![A-Z0-9])");

    /** STS-1 and OC-1, in bit/s (ITU-T G.707; Telcordia GR-253). */
    private static final long SONET_BPS = 51_840_000;

    private static final long SDH_BPS = 3 * SONET_BPS;

    static Optional<LinkSpeed> in(String text) {
        String label = text.substring(0, Math.min(text.length(), MAX_LENGTH));
        Optional<LinkSpeed> written = withUnit(label);
        return written.isPresent() ? written : carriers(label.toUpperCase(Locale.ROOT));
    }

    private static Optional<LinkSpeed> withUnit(String label) {
        Lowest lowest = new Lowest();
        Matcher matcher = WITH_UNIT.matcher(label);
        while (matcher.find()) {
            long count = matcher.group(1) == null ? 1 : Long.parseLong(matcher.group(1));
            String prefix = matcher.group(4) == null ? matcher.group(5) : matcher.group(4);
            for (int group = 2; group <= 3; group++) {
                if (matcher.group(group) != null) {
                    BigDecimal unit = BigDecimal.valueOf(count * prefixed(prefix));
                    lowest.add(new BigDecimal(matcher.group(group)).multiply(unit));
                }
            }
        }
        return lowest.speed();
    }

    private static long prefixed(String prefix) {
        return switch (prefix.toUpperCase(Locale.ROOT).charAt(0)) {
            case 'K' -> 1_000L;
            case 'M' -> 1_000_000L;
            case 'G' -> 1_000_000_000L;
            default -> 1_000_000_000_000L;
        };
    }

    private static Optional<LinkSpeed> carriers(String label) {
        Lowest lowest = new Lowest();
        Matcher optical = OPTICAL.matcher(label);
        while (optical.find()) {
            long order = Long.parseLong(optical.group(2));
            boolean sdh = optical.group(1).equals("STM");
            lowest.add(BigDecimal.valueOf(order == 0 ? SONET_BPS : order * (sdh ? SDH_BPS : SONET_BPS)));
        }
        Matcher carrier = CARRIER.matcher(label);
        while (carrier.find()) {
            lowest.add(BigDecimal.valueOf(carrierBps(carrier.group(1).equals("E"), carrier.group(2))));
        }
        if (label.contains("FAST ETHERNET")) {
            lowest.add(BigDecimal.valueOf(100_000_000));
        } else if (label.contains("GIGABIT ETHERNET") || label.contains("GIGE")) {
            lowest.add(BigDecimal.valueOf(1_000_000_000));
        }
        return lowest.speed();
    }

    /** The plesiochronous hierarchies of ITU-T G.702. */
    private static long carrierBps(boolean european, String order) {
        return switch (order) {
            case "0" -> 64_000;
            case "1" -> european ? 2_048_000 : 1_544_000;
            case "2" -> european ? 8_448_000 : 6_312_000;
            case "3" -> european ? 34_368_000 : 44_736_000;
            default -> european ? 139_264_000 : 274_176_000;
        };
    }

    /** Keeps the lowest of the speeds it is given. */
    private static final class Lowest {
        private long bitsPerSecond;
        private boolean ambiguous;

        /** What is nothing, or more than the model can hold, is no speed. */
        private void add(BigDecimal exact) {
            if (exact.signum() > 0 && exact.compareTo(BigDecimal.valueOf(Problems.MAX_AMOUNT)) <= 0) {
                long speed = Math.max(1, exact.longValue());
                ambiguous |= bitsPerSecond != 0 && bitsPerSecond != speed;
                bitsPerSecond = bitsPerSecond == 0 ? speed : Math.min(bitsPerSecond, speed);
            }
        }

        private Optional<LinkSpeed> speed() {
            return bitsPerSecond == 0 ? Optional.empty() : Optional.of(new LinkSpeed(bitsPerSecond, ambiguous));
        }
    }
}
